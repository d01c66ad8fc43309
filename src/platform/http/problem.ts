import { PROBLEMS, type ProblemCode, type Refusal } from '../../kernel/refusal.js';

/** An error answer as RFC 9457 has it, ready to be sent. */
export interface Problem {
  status: number;
  headers: Record<string, string>;
  /** JSON. */
  body: Buffer;
}

const PROBLEM_TYPE = 'application/problem+json';

/** Seconds after which to try again, where the refusal itself says nothing. */
const RETRY_AFTER = '1';

/** Writes a refusal as problem details. The request id in it is the one of the logs and of the header. */
export function problemOf(refusal: Refusal, requestId: string, publicUrl: string): Problem {
  const { code, status, detail, members } = refusal;
  const { title } = PROBLEMS[code];
  const details = { type: problemType(code, publicUrl), title, status, detail, code, ...members, requestId };
  return {
    status,
    headers: { ...standingHeaders(status), ...refusal.headers, 'Content-Type': PROBLEM_TYPE },
    body: Buffer.from(JSON.stringify(details)),
  };
}

/** The address of the page that explains a problem. */
export function problemType(code: ProblemCode, publicUrl: string): string {
  return `${publicUrl}/docs/problems/${code.replaceAll('_', '-')}`;
}

function standingHeaders(status: number): Record<string, string> {
  if (status === 401) return { 'WWW-Authenticate': 'Bearer' };
  if (status === 429 || status === 503) return { 'Retry-After': RETRY_AFTER };
  return {};
}
