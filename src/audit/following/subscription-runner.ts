import type { Logger } from '@nestjs/common';
import { newId } from '../../kernel/identifiers.js';
import type { EntryType } from '../entry-catalogue.js';
import { type Entry, streamOf } from '../entries/entry.js';
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
    const position = await this.store.take(name, this.me);
    if (position === null) return;
    try {
      await this.retryParked();
      this.parkedStreams = await this.store.parkedStreams(name);
      await this.goOnFrom(position);
    } finally {
      await this.store.release(name, this.me);
    }
  }

  private async goOnFrom(start: number): Promise<void> {
    let position = start;
    while (!this.stopping) {
      const { entries, upTo } = await this.store.page(this.subscription, position);
      const reached = await this.handleAll(entries, upTo);
      if (reached === null || reached === position) return;
      position = reached;
    }
  }

  /** @returns how far it came, or null where the lease is gone. */
  private async handleAll(entries: Placed[], upTo: number): Promise<number | null> {
    const { name } = this.subscription;
    let saved = performance.now();
    let reached = 0;
    for (const { entry, position } of entries) {
      if (this.stopping) break;
      await this.handleInOrder(entry, position);
      reached = position;
      if (performance.now() - saved < SAVE_EVERY) continue;
      if (!(await this.store.advance(name, this.me, position))) return null;
      saved = performance.now();
    }
    if (!this.stopping) reached = upTo;
    if (reached > 0 && !(await this.store.advance(name, this.me, reached))) return null;
    return reached;
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

  /** Each stream on its own: from its oldest parked entry on, until one fails again. */
  private async retryParked(): Promise<void> {
    const { name } = this.subscription;
    for (const stream of await this.store.dueStreams(name)) {
      for (
        let head = await this.store.headOf(name, stream);
        head;
        head = await this.store.headOf(name, stream)
      ) {
        if (this.stopping) return;
        const failure = await this.tryToHandle(head.entry);
        if (failure !== null) {
          await this.store.postpone(name, head.position, failure);
          break;
        }
        await this.store.unpark(name, head.position);
        if (!(await this.store.renew(name, this.me))) return;
      }
    }
  }

  /** @returns null, or what went wrong. */
  private async tryToHandle(entry: Entry): Promise<string | null> {
    try {
      await this.subscription.handle(entry);
      return null;
    } catch (error) {
      // The words of a database's error may quote what somebody typed: neither the log nor the row may hold them.
      const { type, code, message, constraint } = describeError(error);
      const words = [type, code, constraint, message].filter(Boolean).join(': ');
      this.logger.error(`${this.subscription.name} failed on entry ${entry.id} (${entry.type}): ${words}`);
      return words.slice(0, 500);
    }
  }
}
