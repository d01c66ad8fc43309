import type { Logger } from '@nestjs/common';
import pg from 'pg';
import { describeError } from '../logging/describe-error.js';

/** Milliseconds until it connects again. */
const PAUSE = 1000;

/**
 * One connection that hears the notices of a channel (LISTEN). A notice that was sent while it was not connected is
 * lost: whoever is woken by it must look by itself now and then, too.
 */
export class Listener {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private stopped = true;

  /** @param settings those of the pool */
  constructor(
    private readonly settings: pg.ClientConfig,
    private readonly channel: string,
    private readonly heard: (payload: string) => void,
    private readonly logger: Logger,
  ) {}

  /** Connects in the background, and again whenever the connection is lost. */
  start(): void {
    this.stopped = false;
    void this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client(this.settings);
    this.client = client;
    client.on('notification', ({ payload = '' }) => this.heard(payload));
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, null));
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`);
    } catch (error) {
      this.lost(client, error);
    }
  }

  private lost(client: pg.Client, error: unknown): void {
    if (this.client !== client) return;
    this.client = null;
    client.end().catch(() => undefined);
    if (this.stopped) return;
    if (error) this.logger.warn({ msg: `not listening to ${this.channel}`, error: describeError(error) });
    this.timer = setTimeout(() => void this.connect(), PAUSE);
  }
}
