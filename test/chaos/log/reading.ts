import { setTimeout as pause } from 'node:timers/promises';

/** An entry as the feed gave it. */
export interface Seen {
  id: string;
  type: string;
  position: number;
  subjectId: string;
  /** When it was there; milliseconds since 1970. */
  at: number;
}

interface FeedPage {
  items: { id: string; type: string; data: { position: number; subject: { id: string } } }[];
  nextPosition: number;
}

const AGAIN = 100;
/** Seconds that one call waits for news. */
const WAIT = 1;

/** Follows the feed from its beginning, over every break. */
export class FeedReader {
  readonly seen: Seen[] = [];
  private position = 0;
  private upTo: number | null = null;
  private readonly reading: Promise<void>;

  constructor(
    private readonly baseUrl: string,
    private readonly authorization: string,
  ) {
    this.reading = this.read();
  }

  /** Ends when this position was read. @returns what was seen, in the order in which it came */
  async endAt(position: number): Promise<Seen[]> {
    this.upTo = position;
    await this.reading;
    return this.seen;
  }

  private async read(): Promise<void> {
    while (this.upTo === null || this.position < this.upTo) {
      const page = await this.page();
      if (!page) {
        await pause(AGAIN);
        continue;
      }
      const at = Date.now();
      for (const { id, type, data } of page.items)
        this.seen.push({ id, type, position: data.position, subjectId: data.subject.id, at });
      this.position = page.nextPosition;
    }
  }

  /** Null where no answer came, or none that is one. */
  private async page(): Promise<FeedPage | null> {
    const path = `/v1/events?after=${this.position}&limit=100&wait=${WAIT}`;
    try {
      const answer = await fetch(this.baseUrl + path, { headers: { authorization: this.authorization } });
      return answer.ok ? ((await answer.json()) as FeedPage) : null;
    } catch {
      return null;
    }
  }
}
