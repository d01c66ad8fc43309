import {
  type DestinationStream,
  destination,
  type Logger,
  type LoggerOptions,
  pino,
  stdTimeFunctions,
} from 'pino';
import type { LogLevel } from '../config.js';

/** Never written as a field of a line. Deeper fields are not looked at: it would double what a line costs. */
const SECRETS = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'trackingToken',
  'authorization',
  'secret',
];

/**
 * The log of the process: a JSON object a line on standard output, UTC, with no body, no query, no personal data
 * and no secret. One for the whole process; Nest's `Logger` and the request log write into it.
 */
export function createLog(level: LogLevel, to: DestinationStream = standardOutput()): Logger {
  const options: LoggerOptions = {
    level,
    base: { service: 'amends', pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: SECRETS, remove: true },
  };
  return pino(options, to);
}

/**
 * Does not wait for a line to be written before the next request is served. No line is held back to be written with
 * others: after a crash the last one is the one that is looked for.
 */
function standardOutput(): DestinationStream {
  return destination({ fd: 1, sync: false });
}
