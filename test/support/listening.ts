/** One server-sent event; `data` is parsed JSON. An id alone makes none. */
export interface Heard {
  id: string;
  event: string;
  data: unknown;
}

/** A client of a stream of server-sent events (WHATWG HTML, 9.2), as far as a test needs one. */
export class Listening {
  readonly events: Heard[] = [];
  /** What an EventSource would send as `Last-Event-ID`. */
  lastEventId = '';
  /** Where the stream was cut off instead of ended. */
  cutOff = false;
  readonly ended: Promise<void>;
  private rest = '';

  private constructor(
    readonly response: Response,
    private readonly abort: AbortController,
    private readonly onEvent: (heard: Heard) => void,
  ) {
    this.ended = this.read().catch(() => {
      this.cutOff = true;
    });
  }

  /** @param token null sends none */
  static async open(
    url: string,
    token: string | null,
    {
      lastEventId,
      onEvent = () => undefined,
    }: { lastEventId?: string; onEvent?: (heard: Heard) => void } = {},
  ): Promise<Listening> {
    const abort = new AbortController();
    const headers = {
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }),
    };
    return new Listening(await fetch(url, { headers, signal: abort.signal }), abort, onEvent);
  }

  async close(): Promise<void> {
    this.abort.abort();
    await this.ended;
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    for await (const bytes of this.response.body ?? []) {
      this.rest += decoder.decode(bytes as Uint8Array, { stream: true });
      const blocks = this.rest.split('\n\n');
      this.rest = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const fields = new Map(
      block
        .split('\n')
        .filter((line) => !line.startsWith(':'))
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const),
    );
    this.lastEventId = fields.get('id') ?? this.lastEventId;
    const data = fields.get('data');
    if (data === undefined) return;
    const heard = {
      id: this.lastEventId,
      event: fields.get('event') ?? 'message',
      data: JSON.parse(data) as unknown,
    };
    this.events.push(heard);
    this.onEvent(heard);
  }
}
