import { Injectable } from '@nestjs/common';
import { type Event, eventOf } from '../../../audit/feed/event.js';
import { readByAll, VISIBLE_ENTRY, type VisibleEntry } from '../../../audit/visibility.js';
import { Clock } from '../../../kernel/clock.js';
import { Config } from '../../../platform/config.js';
import { Database } from '../../../platform/database/database.js';
import { Outbound, OutboundFailure } from '../../../platform/outbound/outbound.js';
import { WebhookSecrets } from '../secrets.js';
import type { Attempt, Claimed } from './delivery.store.js';

/** What came of sending: an attempt with what the target asked for, or nothing that may be sent. */
export type Outcome = (Attempt & { retryAfter: number | null }) | 'withheld';

/** Makes the body of a delivery at the moment of sending, signs it, and sends it. */
@Injectable()
export class WebhookSender {
  constructor(
    private readonly database: Database,
    private readonly secrets: WebhookSecrets,
    private readonly outbound: Outbound,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async send(delivery: Claimed, signal: AbortSignal): Promise<Outcome> {
    const event = await this.eventOf(delivery);
    if (!event) return 'withheld';
    const body = JSON.stringify(event);
    const { webhookId: id, secretGeneration, oldSecretUntil, url } = delivery;
    const signed = this.secrets.headers(
      { id, secretGeneration, oldSecretUntil },
      { id: event.id, body },
      this.clock.now(),
    );
    const headers = { 'content-type': 'application/cloudevents+json; charset=utf-8', 'user-agent': 'Amends' };
    try {
      const { status, retryAfter } = await this.outbound.post({
        url,
        body,
        headers: { ...headers, ...signed },
        signal,
      });
      return { status, failure: null, retryAfter };
    } catch (error) {
      if (!(error instanceof OutboundFailure)) throw error;
      return { status: null, failure: error.code, retryAfter: null };
    }
  }

  /** Null where it may not be told. What stands in no log is made here. */
  private async eventOf({ id, webhookId, entryId, type }: Claimed): Promise<Sent | null> {
    const { publicUrl: source } = this.config;
    if (entryId === null) {
      const time = this.clock.now().toISOString();
      return {
        ...{ specversion: '1.0', id, source, type, subject: `webhook/${webhookId}`, time },
        ...{ datacontenttype: 'application/json', data: { webhookId } },
      };
    }
    const [stored] = await this.database.read<VisibleEntry>(ENTRY, [entryId]);
    const entry = stored && readByAll(stored);
    return entry ? eventOf(entry, source) : null;
  }
}

/** An entry as everybody else gets it, or what stands in no log and so has no place in its order. */
type Sent = Event | (Omit<Event, 'type' | 'sequence' | 'data'> & { type: string; data: object });

/** Who reads at the other end is not known: what is hidden from somebody is not sent. */
const ENTRY = `
  SELECT ${VISIBLE_ENTRY}
  FROM entries e LEFT JOIN entry_positions p ON p.entry_id = e.id WHERE e.id = $1`;
