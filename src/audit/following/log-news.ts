import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listener } from '../../platform/database/listener.js';
import { LogSignal, SEALED_CHANNEL } from './log-signal.js';

/** Hears what the sealers of other processes say, and passes it on within this one. */
@Injectable()
export class LogNews implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listener: Listener;

  constructor(database: Database, signal: LogSignal) {
    const heard = (from: string) => {
      if (from !== signal.process) signal.sealed();
    };
    this.listener = database.listener(SEALED_CHANNEL, heard, new Logger(LogNews.name));
  }

  onApplicationBootstrap(): void {
    this.listener.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.listener.stop();
  }
}
