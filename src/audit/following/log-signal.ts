import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/identifiers.js';

/** Where a sealer tells other processes that it gave positions; what it says is which process it is of. */
export const SEALED_CHANNEL = 'amends_sealed';

type News = 'committed' | 'sealed';

/** Wakes whoever waits within this process. It carries nothing: what is new is read from the database. */
@Injectable()
export class LogSignal {
  /** Tells this process from others. */
  readonly process = newId();
  private readonly listeners: Record<News, Set<() => void>> = { committed: new Set(), sealed: new Set() };

  /** Entries were committed and wait to be sealed. */
  committed(): void {
    this.tell('committed');
  }

  /** Entries got their positions. */
  sealed(): void {
    this.tell('sealed');
  }

  /** @returns a function that ends the listening. */
  on(news: News, listener: () => void): () => void {
    this.listeners[news].add(listener);
    return () => this.listeners[news].delete(listener);
  }

  private tell(news: News): void {
    for (const listener of this.listeners[news]) listener();
  }
}
