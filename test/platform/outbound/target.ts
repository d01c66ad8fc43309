import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A call that came. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What is answered: `never` keeps the caller waiting, an `endless` body goes on until the caller hangs up. */
export type Reaction = 'never' | { status: number; headers?: Record<string, string>; body?: string };

/** Somebody else's program that is called: it keeps what came, and answers what the test wants. */
export class Target {
  readonly received: Received[] = [];
  /** For every call, or found for each. */
  answer: Reaction | ((call: Received) => Reaction) = { status: 200 };
  /** Bytes that were written of endless answers. */
  sent = 0;

  private constructor(private readonly server: Server) {
    server.on('request', (request, response: ServerResponse) => {
      void text(request)
        .then((body) => {
          const call = { path: request.url ?? '', headers: request.headers, body };
          this.received.push(call);
          this.react(typeof this.answer === 'function' ? this.answer(call) : this.answer, response);
        })
        .catch(() => response.destroy());
    });
  }

  static async start(): Promise<Target> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Target(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  forget(): void {
    this.received.length = 0;
    this.sent = 0;
    this.answer = { status: 200 };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private react(reaction: Reaction, response: ServerResponse): void {
    if (reaction === 'never') return;
    response.writeHead(reaction.status, reaction.headers);
    if (reaction.body === 'endless') this.pour(response);
    else response.end(reaction.body ?? '');
  }

  private pour(response: ServerResponse): void {
    const piece = Buffer.alloc(64 * 1024, 'x');
    while (!response.destroyed) {
      this.sent += piece.length;
      if (response.write(piece)) continue;
      response.once('drain', () => {
        this.pour(response);
      });
      return;
    }
  }
}
