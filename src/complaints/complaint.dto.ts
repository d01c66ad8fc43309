import { ApiSchema } from '@nestjs/swagger';
import { CHANNELS, type Channel, SEVERITIES, type Severity } from '../kernel/words.js';
import { OneOf, Whole } from '../platform/http/fields/choice.js';
import { Nested, NestedList } from '../platform/http/fields/nested.js';
import { Id, Ids, Language, Text, Texts } from '../platform/http/fields/text.js';
import { Time } from '../platform/http/fields/time.js';
import { type ComplaintState, STATE_MEANINGS, STATE_NAMES } from './complaint.states.js';
import * as words from './complaint.words.js';
import {
  AssessmentDto,
  ComplainantDto,
  OwnerDto,
  ResolutionDto,
  StandardOfDto,
} from './shown/complaint.details.dto.js';
import { IssueInBriefDto } from './issues/issue.dto.js';
import { RepresentedByDto } from './representation/representative.dto.js';
import { PromiseDto } from './promises/promise.dto.js';
import { RETENTION_CLASSES, RETENTION_NAMES, type RetentionClass } from './retention/retention.words.js';

const N = { nullable: true } as const;

@ApiSchema({
  description:
    'An expression of dissatisfaction where a response is expected (ISO 10002), with what became of it.',
})
export class ComplaintDto {
  @Id('The id.')
  id: string;

  @Text('What is said on the phone; the last sign checks the others.', { max: 11, example: '7KQ-M3X-W94' })
  reference: string;

  @OneOf('Where it stands.', STATE_NAMES, { meanings: STATE_MEANINGS })
  state: ComplaintState;

  @Whole('Rises with every change of the complaint or of a part of it.', { min: 1, max: 2_147_483_647 })
  version: number;

  @OneOf('How it came in.', Object.keys(CHANNELS), { meanings: CHANNELS })
  channel: Channel;

  @Language('The language of the customer.')
  language: string;

  @Text('In a few words.', { max: 300, ...N, example: 'Broken bed' })
  subject: string | null;

  @Text('In the words of the customer.', { max: 20_000 })
  description: string;

  @Text('What would make it good.', { max: 2000, ...N, example: 'A new leg this week' })
  desiredOutcome: string | null;

  @Text('The product or service.', { max: 300, ...N, example: 'Bed Aurora' })
  product: string | null;

  @Text('The order.', { max: 200, ...N, example: 'A-1001' })
  orderReference: string | null;

  @Time('When it happened.', N)
  occurredAt: string | null;

  @Text('The id in another system, unique for ever.', { max: 200, ...N, example: 'ERP-77120' })
  externalId: string | null;

  @Texts('Tags.', { max: 100, maxItems: 50 })
  tags: string[];

  @Id('The category.', N)
  categoryId: string | null;

  @Nested('Who complains.', () => ComplainantDto, N)
  complainant: ComplainantDto | null;

  @Id('The customer record.', N)
  customerId: string | null;

  @Id('The company customer.', N)
  accountId: string | null;

  @Nested('Who speaks for the complainant, or says so; null where nobody does.', () => RepresentedByDto, N)
  representative: RepresentedByDto | null;

  @Id('The legal entity that answers for it.', N)
  legalEntityId: string | null;

  @Id('The brand that it is about.', N)
  brandId: string | null;

  @Id('The branch that it is about.', N)
  branchId: string | null;

  @OneOf('How the customer is answered.', Object.keys(words.ANSWER_VIA), { meanings: words.ANSWER_VIA })
  answerVia: words.AnswerVia;

  @Text('Why this way.', { max: 2000, ...N, example: 'no contact data' })
  answerViaReason: string | null;

  @OneOf('How bad it is for the customer.', Object.keys(SEVERITIES), {
    meanings: SEVERITIES,
    ...N,
  })
  severity: Severity | null;

  @Text('How the house classes this customer.', { max: 50, ...N, example: 'gold' })
  tier: string | null;

  @Nested('The standard that its promises are counted by, in the version that it keeps.', () => StandardOfDto)
  standard: StandardOfDto;

  @Text('The regulator’s profile that held when it was received.', { max: 50, example: 'iso_10002' })
  profile: string;

  @Nested('The assessment.', () => AssessmentDto, N)
  assessment: AssessmentDto | null;

  @Text('What happened, summed up.', { max: 20_000, ...N, example: 'Packed without corner guards.' })
  summary: string | null;

  @Nested('The owner.', () => OwnerDto, N)
  owner: OwnerDto | null;

  @Whole('How far it was escalated.', { min: 0, max: 3 })
  level: number;

  @Ids('Users who are complained about; they take no action here.', { maxItems: 50 })
  complainedAboutUserIds: string[];

  @Nested('The decision that stands.', () => ResolutionDto, N)
  resolution: ResolutionDto | null;

  @NestedList('The promises that are open or broken.', () => PromiseDto, { maxItems: 1000 })
  promises: PromiseDto[];

  @NestedList('The points complained about, oldest first.', () => IssueInBriefDto, { maxItems: 1000 })
  issues: IssueInBriefDto[];

  @Time('When the next open promise is due.', N)
  nextDueAt: string | null;

  @Time('By when the customer was asked to answer.', N)
  replyBy: string | null;

  @Time('When silence closes it; null also while a body outside the house has it.', N)
  closesAt: string | null;

  @Time('Until when the customer may bring it back.', N)
  disputableUntil: string | null;

  @Whole(
    'Complaints of the same customer, or of one who is reached in the same way, that came before this: counted when ' +
      'it was put on record, and up to 99.',
    { min: 0, max: 99 },
  )
  earlierComplaints: number;

  @Whole(
    'Referrals to bodies outside the house that are not decided; while there is one, silence does not close it.',
    { min: 0, max: 2_147_483_647 },
  )
  openReferrals: number;

  @Id('The complaint it was merged into.', N)
  mergedIntoId: string | null;

  @Time('When the customer complained; the promises count from here.')
  receivedAt: string;

  @Time('When it was put on record.')
  createdAt: string;

  @Time('When it, or a part of it, last changed.')
  updatedAt: string;

  @Time('When it was closed.', N)
  closedAt: string | null;

  @OneOf('How long it is kept.', RETENTION_NAMES, { meanings: RETENTION_CLASSES })
  retentionClass: RetentionClass;

  @Time(
    'When the time is over for which it is kept: counted from `receivedAt`, and never before its end or the last ' +
      'window of the customer. Null until it has ended. What then hinders its erasure is a matter of its own.',
    N,
  )
  eraseAfter: string | null;

  @Time(
    'When everything personal was erased: text reads `[erased]` or null, and nothing can be written any more.',
    N,
  )
  erasedAt: string | null;
}
