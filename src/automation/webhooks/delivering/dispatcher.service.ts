import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { LogSignal } from '../../../audit/following/log-signal.js';
import { Config } from '../../../platform/config.js';
import { describeError } from '../../../platform/logging/describe-error.js';
import { Worker } from '../../../platform/worker.js';
import { restAsked, waitAfter } from '../retrying.js';
import { PING } from '../webhook.entity.js';
import { WebhookCircuit } from './circuit.service.js';
import { type Attempt, type Claimed, DeliveryStore } from './delivery.store.js';
import { WebhookFiller } from './filler.service.js';
import { WebhookSender } from './sender.service.js';

/** How long an entry that another process sealed, or an attempt whose time has come, can wait. Milliseconds. */
const LOOK_AGAIN = 500;
/** Deliveries that one process sends to one target at once. */
const AT_ONCE = 4;
const GONE = 410;

/**
 * Brings deliveries to their targets. Any number of processes may do so: what one has in hand the others pass over.
 * Each target has hands of its own, so that a slow one holds up no other, and a slow answer no other delivery.
 */
@Injectable()
export class WebhookDispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(WebhookDispatcher.name);
  private readonly worker = new Worker(LOOK_AGAIN, () => this.turn(), this.logger);
  /** What is being sent, by webhook. */
  private readonly hands = new Map<string, Set<Promise<void>>>();
  private stopping = new AbortController();
  private stopListening = () => {};

  constructor(
    private readonly config: Config,
    private readonly signal: LogSignal,
    private readonly filler: WebhookFiller,
    private readonly store: DeliveryStore,
    private readonly sender: WebhookSender,
    private readonly circuit: WebhookCircuit,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role !== 'api') this.start();
  }

  start(): void {
    this.stopping = new AbortController();
    this.stopListening = this.signal.on('sealed', () => {
      this.wake();
    });
    this.worker.start();
  }

  /** Asks for a look at once. */
  wake(): void {
    this.worker.wake();
  }

  /** What is on its way is broken off, and goes again at the next start. */
  async stop(): Promise<void> {
    this.stopListening();
    this.stopping.abort();
    await this.worker.stop();
    await Promise.all([...this.hands.values()].flatMap((hands) => [...hands]));
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** Forgets deliveries that have been over for long. */
  forgetOld(): Promise<number> {
    return this.store.forgetOld();
  }

  private async turn(): Promise<void> {
    if (await this.filler.fill()) this.wake();
    for (const { id, open } of await this.store.due()) {
      const hands = this.hands.get(id) ?? new Set();
      this.hands.set(id, hands);
      this.lend(id, hands, open ? 1 : AT_ONCE);
    }
  }

  /** One hand more, up to so many: where it finds something to do, there may be work for another. */
  private lend(webhookId: string, hands: Set<Promise<void>>, most: number): void {
    if (this.stopping.signal.aborted || hands.size >= most) return;
    const hand = this.hand(webhookId, () => {
      this.lend(webhookId, hands, most);
    })
      .catch((error: unknown) => {
        this.logger.error(describeError(error));
      })
      .finally(() => hands.delete(hand));
    hands.add(hand);
  }

  /** Sends one delivery after the other, while there are any to be sent now. */
  private async hand(webhookId: string, found: () => void): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const delivery = await this.store.claim(webhookId);
      if (!delivery) return;
      found();
      await this.deliver(delivery);
    }
  }

  private async deliver(delivery: Claimed): Promise<void> {
    const outcome = await this.sender.send(delivery, this.stopping.signal);
    if (outcome === 'withheld') await this.store.withheld(delivery);
    else if (outcome.failure === 'interrupted') await this.store.release(delivery);
    else if (isSuccess(outcome)) await this.succeeded(delivery, outcome);
    else await this.failed(delivery, outcome, outcome.retryAfter);
  }

  private async succeeded(delivery: Claimed, attempt: Attempt): Promise<void> {
    const behaviour = await this.store.delivered(delivery, attempt);
    if (behaviour) await this.circuit.recovered(delivery.webhookId, behaviour);
  }

  private async failed(delivery: Claimed, attempt: Attempt, retryAfter: number | null): Promise<void> {
    const wait = delivery.type === PING ? null : waitAfter(delivery.attempts, retryAfter, Math.random());
    const behaviour = await this.store.failed(delivery, attempt, wait, restAsked(retryAfter));
    if (attempt.status === GONE) await this.circuit.gone(delivery.webhookId);
    if (behaviour) await this.circuit.failed(delivery.webhookId, behaviour);
  }
}

function isSuccess({ status }: Attempt): boolean {
  return status !== null && status >= 200 && status < 300;
}
