import { ApiSchema } from '@nestjs/swagger';
import { type ComplaintState, STATE_MEANINGS, STATE_NAMES } from '../../complaints/complaint.states.js';
import {
  RETENTION_CLASSES,
  RETENTION_NAMES,
  type RetentionClass,
} from '../../complaints/retention/retention.words.js';
import { OneOf } from '../../platform/http/fields/choice.js';
import { NestedList } from '../../platform/http/fields/nested.js';
import { Code, Id, Ids, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { PageQuery } from '../../platform/http/page-query.js';

/** By when. */
export class DueQuery extends PageQuery {
  @Time('What is due by this time, which may lie ahead. Where absent, now.', { optional: true })
  asOf?: string;
}

@ApiSchema({ description: 'Something that hinders the erasure of a complaint.' })
export class HindranceDto {
  @Code('What it is.', /^[a-z_]{1,50}$/, { max: 50, example: 'legal_hold' })
  code: string;

  @Text('What is needed instead.', { max: 1000, example: 'no legal hold in force that keeps any of it' })
  detail: string;

  @Ids('What is in the way.', { maxItems: 1000 })
  ids: string[];
}

@ApiSchema({ description: 'A complaint that was kept for as long as it has to be.' })
export class DueComplaintDto {
  @Id('The complaint.')
  id: string;

  @Text('What is said on the phone; the last sign checks the others.', { max: 11, example: '7KQ-M3X-W94' })
  reference: string;

  @OneOf('Where it stands.', STATE_NAMES, { meanings: STATE_MEANINGS })
  state: ComplaintState;

  @OneOf('How long it is kept.', RETENTION_NAMES, { meanings: RETENTION_CLASSES })
  retentionClass: RetentionClass;

  @Time('When the customer complained.')
  receivedAt: string;

  @Time('Since when its time is over.')
  eraseAfter: string;

  @Id('The customer whose record would go with it: it is the last one that is kept.', { nullable: true })
  withCustomerId: string | null;

  @NestedList('What hinders its erasure; empty where nothing does.', () => HindranceDto, { maxItems: 20 })
  hindrances: HindranceDto[];
}
