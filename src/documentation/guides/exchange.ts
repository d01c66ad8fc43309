/**
 * A request with its answer, as a guide shows them and as a test runs them.
 *
 * Texts may name variables of the shell: `$COMPLAINT`. A variable that stands in an answer for the first time gets its
 * value there; everywhere else it has that value. `…` in an answer stands for any text, and at the end of a list for
 * further items. An object of an answer may have members that are not shown; a list is shown whole unless it says `…`.
 */
export interface Exchange {
  method: 'GET' | 'POST' | 'PATCH';
  /** With its query: `/v1/complaints?limit=2`. */
  path: string;
  /** The variable that holds the caller's token; absent: without a token. */
  token?: Variable;
  headers?: Readonly<Record<string, string>>;
  body?: Json;
  /** Instead of `body`: what is no JSON, line by line; `headers` name its type. */
  lines?: readonly string[];
  answer: {
    status: number;
    headers?: Readonly<Record<string, string>>;
    /** Absent: it has none, or it does not matter. */
    body?: Json;
  };
}

/** What a reader has before a guide begins: where the API is, tokens, who one is, a time that is still to come. */
export const GIVEN = {
  URL: 'where the API is reached, for example `http://127.0.0.1:3000`',
  EMAIL: 'the address that a member of staff signs in with',
  PASSWORD: 'the password to it',
  STAFF: 'an access token of an agent, a supervisor or an administrator',
  SUPERVISOR: 'an access token of a supervisor',
  ADMIN: 'an access token of an administrator',
  AUDITOR: 'an access token of an auditor or an administrator',
  MAIL_KEY: 'the key of inbound mail: `ami_` and what stands in `inbound-mail.key` of `KEYS_DIR`',
  KEY: 'a text of your own that stands for one request, for example from `uuidgen`',
  A_MINUTE_AGO: 'the time a minute ago, such as `2026-11-20T08:59:00.000Z`',
  A_WEEK_AGO: 'the time a week ago, such as `2026-11-13T09:00:00.000Z`',
  IN_3_DAYS: 'a time three days from now, such as `2026-11-23T09:00:00.000Z`',
} as const;
export type Given = keyof typeof GIVEN;

/** The name of a variable of the shell. */
export type Variable = string;

/** A value of JSON; a number that is a variable is written `number('POSITION')`. */
export type Json = string | number | boolean | null | NumberOf | readonly Json[] | { [name: string]: Json };

/** A number whose value a variable holds: written without quotation marks. */
export class NumberOf {
  constructor(readonly variable: Variable) {}
}

export const number = (variable: Variable) => new NumberOf(variable);

/** The request as a line of a POSIX shell, which can be copied: `curl -i …`. */
export function curlOf({ method, path, token, headers = {}, body, lines }: Exchange): string {
  const all = {
    ...(token === undefined ? {} : { Authorization: `Bearer $${token}` }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...headers,
  };
  return [
    `curl -si ${method === 'GET' ? '' : `-X ${method} `}"$URL${path}"`,
    ...Object.entries(all).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d @- <<END\n${written(body)}\nEND`]),
    ...(lines === undefined ? [] : [`--data-binary @- <<END\n${lines.join('\n')}\nEND`]),
  ].join(' \\\n  ');
}

/** The answer as text: status, the headers that matter, the body. */
export function answerOf({ answer: { status, headers = {}, body } }: Exchange): string {
  return [
    `HTTP/1.1 ${status}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['', written(body)]),
  ].join('\n');
}

/** A variable is filled in only between double quotation marks. */
function quoted(text: string): string {
  return text.includes('$') ? `"${text.replaceAll('"', '\\"')}"` : `'${text}'`;
}

const WIDTH = 88;

/** JSON that is easy on the eye: what fits into a line stays in one. */
export function written(value: Json, indent = ''): string {
  const line = onOneLine(value);
  if (typeof value !== 'object' || value === null || value instanceof NumberOf) return line;
  if (indent.length + line.length <= WIDTH) return line;
  const inner = `${indent}  `;
  const [open, close] = isList(value) ? '[]' : '{}';
  const parts = membersOf(value).map(([name, member]) => `${inner}${name}${written(member, inner)}`);
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function onOneLine(value: Json): string {
  if (value instanceof NumberOf) return `$${value.variable}`;
  if (value === '…') return '…';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = membersOf(value).map(([name, member]) => `${name}${onOneLine(member)}`);
  if (isList(value)) return `[${parts.join(', ')}]`;
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function membersOf(value: readonly Json[] | { [name: string]: Json }): [string, Json][] {
  if (isList(value)) return value.map((item) => ['', item]);
  return Object.entries(value).map(([name, member]) => [`${JSON.stringify(name)}: `, member]);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
