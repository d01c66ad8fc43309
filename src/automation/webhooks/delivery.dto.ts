import { ApiSchema } from '@nestjs/swagger';
import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { FAILURES, type FailureCode } from '../../platform/outbound/outbound.js';
import { MOST_ATTEMPTS } from './retrying.js';
import { DELIVERY_STATES, type DeliveryState } from './webhook.entity.js';

const POSITION = { min: 1, max: Number.MAX_SAFE_INTEGER };
const COUNT = { min: 0, max: 1000 };

const STATE_MEANINGS: Record<DeliveryState, string> = {
  waiting: 'to be sent, or to be sent again',
  delivered: 'the target answered 2xx',
  failed: `given up after ${MOST_ATTEMPTS} attempts, a test after one`,
  withheld:
    'not sent: an internal note of a complaint about somebody who works here, or an entry that is gone',
};

/** Which deliveries are asked for. */
export class WebhookDeliveryQuery extends PageQuery {
  @OneOf('Only deliveries in this state.', DELIVERY_STATES, { meanings: STATE_MEANINGS, optional: true })
  state?: DeliveryState;
}

@ApiSchema({ description: 'One entry on its way to a webhook, or a test.' })
export class WebhookDeliveryDto {
  @Id('The id of the delivery.')
  id: string;

  @Id('The webhook.')
  webhookId: string;

  @Id('What the target gets as `webhook-id`: the entry, or the delivery itself where it is a test.')
  messageId: string;

  @Text("The entry's type, or `webhook.ping` for a test.", { max: 60, example: 'complaint.closed' })
  type: string;

  @Whole("The entry's position; null for a test.", { ...POSITION, nullable: true })
  position: number | null;

  @OneOf('What became of it.', DELIVERY_STATES, { meanings: STATE_MEANINGS })
  state: DeliveryState;

  @Whole('How often it was tried since it was asked for.', { min: 0, max: MOST_ATTEMPTS })
  attempts: number;

  @Time(
    'When it is tried next, unless the webhook rests or something before it waits; null where it is over.',
    {
      nullable: true,
    },
  )
  nextAttemptAt: string | null;

  @Time('When it was tried last.', { nullable: true })
  lastAttemptAt: string | null;

  @Whole('The status that the target answered last; null where it did not answer. Its words are not kept.', {
    min: 100,
    max: 999,
    nullable: true,
  })
  lastStatus: number | null;

  @OneOf('Why there was no answer.', Object.keys(FAILURES), { meanings: FAILURES, nullable: true })
  lastFailure: FailureCode | null;

  @Time('When it came up.')
  createdAt: string;

  @Time('When it was delivered, or given up.', { nullable: true })
  endedAt: string | null;
}

@ApiSchema({ description: 'From where on a webhook is to get everything again.' })
export class ReplayWebhookBody {
  @Whole(
    'It begins with the entry after this position, which is none that the webhook has not come to yet; 0 is the ' +
      'beginning of the log.',
    { min: 0, max: Number.MAX_SAFE_INTEGER },
  )
  after: number;
}

const CIRCUIT_MEANINGS = {
  closed: 'deliveries are sent',
  open: 'too many failed in a row: none is sent before `restsUntil`',
  half_open: 'the rest is over: the next delivery decides whether the others follow',
};
export type Circuit = keyof typeof CIRCUIT_MEANINGS;

@ApiSchema({ description: 'How far a webhook is, and how its target behaves.' })
export class WebhookProgressDto {
  @Id('The webhook.')
  webhookId: string;

  @Whole('Every entry up to this position that it asks for is sent, or stands among the deliveries.', {
    ...POSITION,
    min: 0,
  })
  position: number;

  @Whole('The last position of the log.', { ...POSITION, min: 0 })
  lastPosition: number;

  @Whole('How many deliveries wait; counted up to 1,000.', COUNT)
  waiting: number;

  @Whole('How many deliveries were given up; counted up to 1,000.', COUNT)
  failed: number;

  @Time('Since when the longest has waited; null where none waits.', { nullable: true })
  waitingSince: string | null;

  @OneOf('Whether its target takes deliveries.', Object.keys(CIRCUIT_MEANINGS), {
    meanings: CIRCUIT_MEANINGS,
  })
  circuit: Circuit;

  @Whole('How many attempts failed in a row.', { min: 0, max: 2_147_483_647 })
  failures: number;

  @Time('Nothing is sent before: the circuit is open, or the target asked for it by `Retry-After`.', {
    nullable: true,
  })
  restsUntil: string | null;
}
