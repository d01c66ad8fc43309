import { HttpException } from '@nestjs/common';
import { type ProblemCode, Refusal } from '../../kernel/refusal.js';

/**
 * The refusal that an error of any kind is answered with, or null where it is a fault of our own.
 * An error's own words are never passed on: those of libraries echo the input and name what we are made of.
 */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (isBusyDatabase(error))
    return new Refusal('unavailable', 'The service is busy or restarting; try again.');
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status === null || status < 400 || status > 499) return null;
  const code = CODES[status] ?? 'bad_request';
  return new Refusal(code, DETAILS[code] ?? 'The request is not HTTP that this service understands.');
}

const CODES: Record<number, ProblemCode> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
  431: 'headers_too_large',
};

const DETAILS: Partial<Record<ProblemCode, string>> = {
  unauthenticated: 'Sign in first.',
  forbidden: 'Your role may not do this.',
  not_found: 'There is nothing here, or nothing that you may see.',
  too_large: 'The request is too large.',
  unsupported_media_type: 'A body must be application/json in UTF-8.',
  rate_limited: 'There were too many requests; wait a little.',
  headers_too_large: 'The headers of the request are too large.',
};

/** Errors of Fastify carry their status. */
function statusOf(error: unknown): number | null {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return error instanceof Error && error.name === 'FastifyError' && typeof status === 'number'
    ? status
    : null;
}

/** What passes by itself: locks and statements that took too long, connections that are gone or not to be had. */
function isBusyDatabase(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  const passing = typeof code === 'string' && (PASSING.has(code) || /^(08|53)...$/.test(code));
  return passing || PASSING_MESSAGES.test(error.message);
}

const PASSING = new Set([
  '25P03', // idle_in_transaction_session_timeout
  '40001', // serialization_failure, after the door has tried again
  '40P01', // deadlock_detected, likewise
  '55P03', // lock_not_available
  '57014', // query_canceled: statement_timeout
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);

/** node-postgres gives these no code. */
const PASSING_MESSAGES =
  /^(timeout exceeded when|Query read timeout|Connection terminated|Client has encountered a connection error)/;
