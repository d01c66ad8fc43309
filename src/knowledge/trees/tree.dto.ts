import { ApiSchema } from '@nestjs/swagger';
import { PersonDto } from '../../access/person.dto.js';
import { Flag, Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { QueryFlag, QueryIdOr } from '../../platform/http/fields/query.js';
import { Id, Text, Texts } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { MAX_DEPTH } from './tree.js';

const NAME = 'What it is called; unique below one parent, without regard to case.';
const named = { max: 200, example: 'Packaging' };
const PARENT = 'The node that it stands below; null for a root.';
const RETIRED = 'Neither it nor anything below it can be chosen any more. What names it already keeps it.';
const PATH = 'The names from the root down, its own last.';
const path = { max: 200, minItems: 1, maxItems: MAX_DEPTH, example: ['Delivery', 'Packaging'] };
const version = { min: 1, max: 2_147_483_647 };

@ApiSchema({ description: 'A cause or a category to be.' })
export class NewTreeNodeBody {
  @Text(NAME, named)
  name: string;

  @Id(`${PARENT} Neither it nor what it stands below may be retired.`, { optional: true })
  parentId?: string;
}

@ApiSchema({ description: 'What changes about a cause or a category.' })
export class TreeNodeChangesBody {
  @Text(NAME, { ...named, optional: true, nullable: false })
  name?: string;

  @Id(`${PARENT} Everything below moves along.`, { optional: true })
  parentId?: string | null;

  @Flag(RETIRED, { optional: true, nullable: false })
  retired?: boolean;
}

/** Which nodes of a tree; all conditions together. */
export class TreeQuery extends PageQuery {
  @QueryFlag('Only retired ones, or only those that are not.', { optional: true })
  retired?: boolean;

  @QueryIdOr('none', 'Only those directly below this one, or only roots.', { optional: true })
  parentId?: string;
}

@ApiSchema({ description: 'A cause or a category: a node of its tree.' })
export class TreeNodeDto {
  @Id('Its id.')
  id: string;

  @Text(NAME, named)
  name: string;

  @Id(PARENT, { nullable: true })
  parentId: string | null;

  @Texts(PATH, path)
  path: string[];

  @Flag(RETIRED)
  retired: boolean;

  @Whole('Raised by every change, and by a change of its path; the `ETag`.', version)
  version: number;

  @Time('When it was added.')
  createdAt: string;

  @Time('When it was last changed.')
  updatedAt: string;
}

@ApiSchema({ description: 'How a cause or a category once was, as the log has it.' })
export class TreeNodeVersionDto {
  @Whole('Which version; the first is 1.', version)
  version: number;

  @Text('What it was called; null where that was erased.', { ...named, nullable: true })
  name: string | null;

  @Id('The node that it stood below; null for a root.', { nullable: true })
  parentId: string | null;

  @Texts('The names from the root down, its own last; null where they were erased.', {
    ...path,
    nullable: true,
  })
  path: string[] | null;

  @Flag('It could not be chosen.')
  retired: boolean;

  @Time('Since when it was so.')
  at: string;

  @Nested('Who made it so.', () => PersonDto)
  by: PersonDto;
}
