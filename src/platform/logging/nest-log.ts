import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';
import { describeError, framesOf } from './describe-error.js';

/** Nest's own words at start, one for each route and module; the list of routes is in the documentation. */
const CHATTER = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
]);

/** Lets what is written to Nest's `Logger` anywhere come out as lines of our log. */
export class NestLog implements LoggerService {
  constructor(private readonly to: Logger) {}

  log(message: unknown, ...more: unknown[]): void {
    const context = contextOf(more);
    this.write(CHATTER.has(context ?? '') ? 'debug' : 'info', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.write('fatal', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    this.write('error', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.write('warn', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.write('trace', message, more);
  }

  private write(
    level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace',
    message: unknown,
    more: unknown[],
  ): void {
    const line = { context: contextOf(more), stack: stackIn(more) };
    if (message instanceof Error) this.to[level]({ ...line, error: describeError(message) }, 'an error');
    else if (typeof message === 'object') this.to[level]({ ...line, ...message });
    else this.to[level](line, typeof message === 'string' ? message : 'nothing said');
  }
}

/** Nest puts the name of who speaks last; before it may stand a stack. */
function contextOf(more: unknown[]): string | undefined {
  const last = more.at(-1);
  return typeof last === 'string' && !last.includes('\n') ? last : undefined;
}

function stackIn(more: unknown[]): string | undefined {
  const stack = more.find((text) => typeof text === 'string' && text.includes('\n'));
  return typeof stack === 'string' ? framesOf(stack) : undefined;
}
