import { ApiSchema } from '@nestjs/swagger';
import { PROMISE_KINDS, type PromiseKind } from '../../complaints/complaint.words.js';
import { OneOf, Share, Whole } from '../../platform/http/fields/choice.js';
import { QueryFlag, QueryIdOr, QueryList } from '../../platform/http/fields/query.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { CalendarDate } from '../../platform/http/fields/time.js';
import { PageQuery } from '../../platform/http/page-query.js';

/** What can be compared with each other. */
export const GROUPINGS = {
  kind: 'what was promised',
  team: 'the teams of the owner at that time; an owner of two teams counts in both',
  owner: 'who was responsible',
  tier: 'how the house classes the customer',
  category: 'what the complaint is about',
  week: 'the week of ISO 8601 in which it was due, in UTC',
} as const;
export type Grouping = keyof typeof GROUPINGS;

/** Which promises are counted, and what they are compared by; all conditions together. */
export class PunctualityQuery extends PageQuery {
  @OneOf('What is compared.', Object.keys(GROUPINGS), { meanings: GROUPINGS })
  by: Grouping;

  @CalendarDate('Only promises that were due in the week of this day, or later.', { optional: true })
  from?: string;

  @CalendarDate('Only promises that were due in the week of this day, or before.', { optional: true })
  to?: string;

  @QueryList('Only of these kinds.', Object.keys(PROMISE_KINDS), { meanings: PROMISE_KINDS, optional: true })
  kind?: PromiseKind[];

  @QueryFlag('Only those owed by law, or only the others.', { optional: true })
  legal?: boolean;

  @Id('Only those whose owner was in this team.', { optional: true })
  teamId?: string;

  @QueryIdOr('none', 'Only those of this owner, or those that had none.', { optional: true })
  ownerId?: string;

  @Text('Only those to customers of this tier.', { max: 50, optional: true, example: 'gold' })
  tier?: string;

  @Id('Only those on complaints of just this category.', { optional: true })
  categoryId?: string;
}

const NUMBER = { min: 0, max: 2_147_483_647 };

@ApiSchema({ description: 'How well the promises of one group were kept, and how many of them there were.' })
export class PunctualityDto {
  @Text(
    'The group: a kind, a tier, a week, or the id of a team, an owner, a category. Null for those without one.',
    { max: 50, nullable: true, example: 'acknowledge' },
  )
  key: string | null;

  @Text(
    'The group in words, by its present name: for a week its first and its last day. Null where there is none.',
    { max: 2000, nullable: true, example: 'a first answer' },
  )
  name: string | null;

  @Whole('Kept in time, also where that was shown only afterwards.', { ...NUMBER, example: 12 })
  kept: number;

  @Whole('Broken, and kept after that.', { ...NUMBER, example: 1 })
  keptLate: number;

  @Whole('Broken and not kept, also where another date was agreed after that.', { ...NUMBER, example: 2 })
  broken: number;

  @Whole('Given another date before they were due: neither kept nor broken, and not in the total.', {
    ...NUMBER,
    example: 1,
  })
  moved: number;

  @Whole('`kept`, `keptLate` and `broken` together: what the share rests on.', { ...NUMBER, example: 15 })
  total: number;

  @Share('`kept` out of `total`; null where the total is 0.', { nullable: true, example: 0.8 })
  share: number | null;
}
