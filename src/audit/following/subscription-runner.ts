import type { Logger } from '@nestjs/common';
import { newId } from '../../kernel/identifiers.js';
import type { EntryType } from '../entry-catalogue.js';
import { type Entry, streamOf } from '../entries/entry.js';
import type { Lease } from './subscription.entity.js';
import { type Placed, SubscriptionStore } from './subscription.store.js';
import { describeError } from '../../platform/logging/describe-error.js';
import type { Subscription } from '../subscriptions.events.js';

/** A worker that has a subscription says so again at least this often, in milliseconds; its lease is much longer. */
const SAVE_EVERY = 2000;

/**
 * Serves one subscription. A lease in the database sees to it that one worker at a time does; a worker that was
 * thought dead finds its lease gone when it saves how far it is, and stops.
 */
export class SubscriptionRunner {
  private readonly me = newId();
  private stopping = false;
  private parkedStreams = new Set<string>();

  constructor(
    private readonly subscription: Subscription,
    private readonly store: SubscriptionStore,
    private readonly logger: Logger,
  ) {}

  follows(types: ReadonlySet<EntryType>): boolean {
    return this.subscription.types.some((type) => types.has(type));
  }

  hasWork(): Promise<boolean> {
    return this.store.hasWork(this.subscription);
  }

  /** Ends the turn that is running after the entry that is being handled. */
  stop(): void {
    this.stopping = true;
  }

  /** Handles what there is, parked entries whose time has come first. */
  async turn(): Promise<void> {
    if (!(await this.hasWork())) return;
    const { name } = this.subscription;
    const lease = await this.store.take(name, this.me);
    if (lease === null) return;
    try {
      if (!(await this.retryParked(lease))) return;
      this.parkedStreams = await this.store.parkedStreams(name);
      await this.goOnFrom(lease);
    } finally {
      await this.store.release(name, this.me);
    }
  }

  private async goOnFrom({ position: start, generation }: Lease): Promise<void> {
    let position = start;
    while (!this.stopping) {
      const { entries, upTo } = await this.store.page(this.subscription, position);
      const reached = await this.handleAll(entries, upTo, generation);
      if (reached === null || reached === position) return;
      position = reached;
    }
  }

  /** @returns how far it came, or null where the lease is gone. */
  private async handleAll(entries: Placed[], upTo: number, generation: number): Promise<number | null> {
    const { name } = this.subscription;
    let saved = performance.now();
    let reached = 0;
    for (const { entry, position } of entries) {
      if (this.stopping) break;
      await this.handleInOrder(entry, position);
      reached = position;
      if (performance.now() - saved < SAVE_EVERY) continue;
      if (!(await this.store.advance(name, this.me, { position, generation }))) return null;
      saved = performance.now();
    }
    if (!this.stopping) reached = upTo;
    if (reached === 0) return reached;
    return (await this.store.advance(name, this.me, { position: reached, generation })) ? reached : null;
  }

  private async handleInOrder(entry: Entry, position: number): Promise<void> {
    const stream = streamOf(entry);
    if (this.parkedStreams.has(stream)) {
      await this.store.park(this.subscription.name, position, stream, null);
      return;
    }
    const failure = await this.tryToHandle(entry);
    if (failure === null) return;
    this.parkedStreams.add(stream);
    await this.store.park(this.subscription.name, position, stream, failure);
  }

  /**
   * Each stream on its own: from its oldest parked entry on, until one fails again.
   * @returns false where the lease is gone
   */
  private async retryParked(lease: Lease): Promise<boolean> {
    const { name } = this.subscription;
    for (const stream of await this.store.dueStreams(name)) {
      for (
        let head = await this.store.headOf(name, stream);
        head;
        head = await this.store.headOf(name, stream)
      ) {
        if (this.stopping) return true;
        if (!(await this.store.beginRetry(name, head.position, this.me))) continue;
        const failure = await this.tryToHandle(head.entry);
        if (failure !== null) {
          await this.store.postpone(name, head.position, failure);
          break;
        }
        await this.store.unpark(name, head.position);
        if (!(await this.store.advance(name, this.me, lease))) return false;
      }
    }
    return true;
  }

  /** @returns null, or what went wrong. */
  private async tryToHandle(entry: Entry): Promise<string | null> {
    try {
      await this.subscription.handle(entry);
      return null;
    } catch (error) {
      // The words of an error may quote what somebody typed: neither the log nor the row may hold them.
      const { type, code, message, constraint } = describeError(error);
      const words = [type, code, constraint, message && withoutQuotes(message)].filter(Boolean).join(': ');
      this.logger.error(`${this.subscription.name} failed on entry ${entry.id} (${entry.type}): ${words}`);
      return words.slice(0, 500);
    }
  }
}

/** A message without what it quotes, and without what reads as an address or a long number. */
function withoutQuotes(message: string): string {
  return message.replace(/"[^"]*"|'[^']*'|`[^`]*`|\S+@\S+|\+?\d[\d /-]{6,}\d/g, '…');
}
