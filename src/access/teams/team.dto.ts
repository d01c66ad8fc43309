import { ApiSchema } from '@nestjs/swagger';
import { Whole } from '../../platform/http/fields/choice.js';
import { NestedList } from '../../platform/http/fields/nested.js';
import { Id, Ids, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { UserNameDto } from '../person.dto.js';

const NAME = 'What the team is called; unique without regard to case.';
const named = { max: 200, example: 'Furniture' };
const MEMBERS = 'The users who belong to it. A user may belong to several teams.';
const MOST_MEMBERS = 200;

@ApiSchema({ description: 'A team to be.' })
export class NewTeamBody {
  @Text(NAME, named)
  name: string;

  @Ids(MEMBERS, { maxItems: MOST_MEMBERS, optional: true })
  memberIds?: string[];
}

@ApiSchema({ description: 'What changes about a team.' })
export class TeamChangesBody {
  @Text(NAME, { ...named, optional: true, nullable: false })
  name?: string;

  @Ids(`${MEMBERS} All of them: who is not named does not belong to it any more.`, {
    maxItems: MOST_MEMBERS,
    optional: true,
    nullable: false,
  })
  memberIds?: string[];
}

@ApiSchema({ description: 'People who work together.' })
export class TeamDto {
  @Id('The id of the team.')
  id: string;

  @Text(NAME, named)
  name: string;

  @NestedList('Its members, in the order that was given.', () => UserNameDto, { maxItems: MOST_MEMBERS })
  members: UserNameDto[];

  @Whole('Raised by every change, a new name of a member included; the `ETag`.', {
    min: 1,
    max: 2_147_483_647,
  })
  version: number;

  @Time('When the team was made.')
  createdAt: string;

  @Time('When the team was last changed.')
  updatedAt: string;
}
