import { CHANNELS, type Channel, SEVERITIES, type Severity } from '../../kernel/words.js';
import { OneOf } from '../../platform/http/fields/choice.js';
import { QueryFlag, QueryIdOr, QueryList, QueryWhole } from '../../platform/http/fields/query.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { type ComplaintState, STATE_MEANINGS, STATE_NAMES } from '../complaint.states.js';

export const SORTS = {
  '-receivedAt': 'newest first',
  receivedAt: 'oldest first',
  due: 'the next open promise first; those without one last',
  '-updatedAt': 'last changed first',
  updatedAt: 'longest unchanged first',
} as const;
export type Sort = keyof typeof SORTS;

/** Which complaints, and in which order; all conditions together. */
export class ComplaintQuery extends PageQuery {
  @QueryList('Only in these states.', ['open', ...STATE_NAMES], {
    meanings: { open: 'all in which work goes on', ...STATE_MEANINGS },
    optional: true,
  })
  state?: ('open' | ComplaintState)[];

  @QueryIdOr('none', 'Only those of this owner, or those without one.', { optional: true })
  ownerId?: string;

  @Id(
    'Only those that this user works on: as the owner who is there, or as the stand-in of one who is away.',
    {
      optional: true,
    },
  )
  workedBy?: string;

  @Id('Only those of this customer.', { optional: true })
  customerId?: string;

  @Id('Only those of this category.', { optional: true })
  categoryId?: string;

  @Id('Only those of this legal entity.', { optional: true })
  legalEntityId?: string;

  @Id('Only those of this brand.', { optional: true })
  brandId?: string;

  @Id('Only those of this branch.', { optional: true })
  branchId?: string;

  @OneOf('Only those that came in this way.', Object.keys(CHANNELS), { meanings: CHANNELS, optional: true })
  channel?: Channel;

  @OneOf('Only those of this severity.', Object.keys(SEVERITIES), {
    meanings: SEVERITIES,
    optional: true,
  })
  severity?: Severity;

  @QueryWhole('Only those at this level.', { min: 0, max: 3, optional: true })
  level?: number;

  @Text('Only those with this tag.', { max: 100, optional: true })
  tag?: string;

  @Text('Only the one with this id in another system.', { max: 200, optional: true })
  externalId?: string;

  @Time('Only those received at this time or later.', { optional: true })
  receivedFrom?: string;

  @Time('Only those received before this time.', { optional: true })
  receivedTo?: string;

  @Time('Only those with an open promise that is due before this time.', { optional: true })
  dueBefore?: string;

  @Text('Words, all of which occur in reference, subject, description, name, issues, facts or messages.', {
    max: 200,
    optional: true,
  })
  q?: string;

  @OneOf('The order; `-receivedAt` where absent.', Object.keys(SORTS), { meanings: SORTS, optional: true })
  sort?: Sort;

  @QueryFlag('Also say how many there are in all, up to 1,000.', { optional: true })
  count?: boolean;
}
