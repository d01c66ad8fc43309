import { ApiSchema } from '@nestjs/swagger';
import { PersonDto } from '../../access/person.dto.js';
import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { Code, Id } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { HindranceDto } from './due.dto.js';
import { ITEM_STATES, type ItemState, RUN_STATES, type RunState } from './retention-run.entity.js';

const N = { nullable: true } as const;
const COUNT = { min: 0, max: 2_147_483_647 };
const AS_OF = 'By when the time of its complaints was over.';

@ApiSchema({ description: 'Which complaints a run takes.' })
export class NewRetentionRunBody {
  @Time(`${AS_OF} Where absent, now.`, { when: 'past', optional: true })
  asOf?: string;
}

/** Which complaints of a run. */
export class RetentionRunItemQuery extends PageQuery {
  @OneOf('Only those in this state.', Object.keys(ITEM_STATES), { meanings: ITEM_STATES, optional: true })
  state?: ItemState;
}

@ApiSchema({ description: 'For how many complaints a reason was in the way.' })
export class RefusedForDto {
  @Code('The reason.', /^[a-z_]{1,50}$/, { max: 50, example: 'legal_hold' })
  code: string;

  @Whole('How many.', COUNT)
  count: number;
}

@ApiSchema({ description: 'Complaints whose time is over, erased together.' })
export class RetentionRunDto {
  @Id('The id.')
  id: string;

  @OneOf('What became of it.', Object.keys(RUN_STATES), { meanings: RUN_STATES })
  state: RunState;

  @Time(AS_OF)
  asOf: string;

  @Whole('Complaints that wait.', COUNT)
  planned: number;

  @Whole('Complaints that were erased.', COUNT)
  done: number;

  @Whole('Complaints that stay, because something had come into the way.', COUNT)
  refused: number;

  @NestedList('What was in the way; a complaint may have several reasons.', () => RefusedForDto, {
    maxItems: 20,
  })
  refusedFor: RefusedForDto[];

  @Nested('Who planned it.', () => PersonDto)
  plannedBy: PersonDto;

  @Nested('Who approved or cancelled it.', () => PersonDto, N)
  decidedBy: PersonDto | null;

  @Time('When it was approved or cancelled.', N)
  decidedAt: string | null;

  @Time('When its last complaint was erased, or refused.', N)
  doneAt: string | null;

  @Whole('Raised by every change, each complaint included; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it was planned.')
  createdAt: string;

  @Time('When it last changed.')
  updatedAt: string;
}

@ApiSchema({ description: 'One complaint of a run.' })
export class RetentionRunItemDto {
  @Id('The complaint.')
  complaintId: string;

  @OneOf('What became of it.', Object.keys(ITEM_STATES), { meanings: ITEM_STATES })
  state: ItemState;

  @NestedList('What was in the way; empty where nothing was.', () => HindranceDto, { maxItems: 20 })
  refusedFor: HindranceDto[];

  @Id('The erasure, with its certificate.', N)
  erasureId: string | null;

  @Time('When it was erased, or refused.', N)
  doneAt: string | null;
}
