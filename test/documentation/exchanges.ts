import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { curlOf, type Exchange, type Json, NumberOf } from '../../src/documentation/guides/exchange.js';

/** What a reader would have typed in so far, by the name of the variable. */
export type Variables = Record<string, string>;

/** What came back over the wire. */
export interface Seen {
  status: number;
  headers: Headers;
  body: unknown;
}

/** Runs the line of an exchange in a shell, exactly as its page shows it. */
export async function run(exchange: Exchange, variables: Variables): Promise<Seen> {
  const script = `set -euo pipefail\n${curlOf(exchange)}`;
  const env = { PATH: process.env.PATH, ...variables };
  const { stdout } = await promisify(execFile)('bash', ['-c', script], { env });
  const [head = '', body = ''] = stdout.split(/\r\n\r\n([^]*)/);
  const [line = '', ...fields] = head.split('\r\n');
  const headers = new Headers(
    fields.map((field) => /^([^:]+): ?(.*)$/.exec(field)?.slice(1, 3) as [string, string]),
  );
  return { status: Number(line.split(' ')[1]), headers, body: body === '' ? undefined : JSON.parse(body) };
}

/**
 * Holds what came against what the page shows, and gives values to the variables that stand there for the first time.
 * @returns what differs, a line each
 */
export function compare({ answer }: Exchange, seen: Seen, variables: Variables): string[] {
  const differences: string[] = [];
  const say = (where: string, shown: unknown, came: unknown) =>
    differences.push(`${where}: shown ${JSON.stringify(shown)}, came ${JSON.stringify(came)}`);
  if (answer.status !== seen.status) say('status', answer.status, [seen.status, seen.body]);
  for (const [name, shown] of Object.entries(answer.headers ?? {})) {
    const came = seen.headers.get(name);
    if (came === null || !fits(shown, came, variables)) say(name, shown, came);
  }
  if (answer.body !== undefined) compareJson('body', answer.body, seen.body, variables, say);
  return differences;
}

type Say = (where: string, shown: unknown, came: unknown) => void;

function compareJson(where: string, shown: Json, came: unknown, variables: Variables, say: Say): void {
  if (shown instanceof NumberOf) {
    const isFit = typeof came === 'number' && fits(`$${shown.variable}`, String(came), variables);
    if (!isFit) say(where, `$${shown.variable}`, came);
  } else if (typeof shown === 'string') {
    if (typeof came !== 'string' || !fits(shown, came, variables)) say(where, shown, came);
  } else if (typeof shown !== 'object' || shown === null) {
    if (shown !== came) say(where, shown, came);
  } else if (typeof came !== 'object' || came === null || Array.isArray(shown) !== Array.isArray(came)) {
    say(where, shown, came);
  } else if (Array.isArray(came)) {
    compareLists(where, shown as readonly Json[], came, variables, say);
  } else {
    for (const [name, member] of Object.entries(shown))
      compareJson(`${where}.${name}`, member, (came as Record<string, unknown>)[name], variables, say);
  }
}

/** `…` stands for items left out, any number of them: at the end, or between others. */
function compareLists(
  where: string,
  shown: readonly Json[],
  came: readonly unknown[],
  variables: Variables,
  say: Say,
): void {
  const gap = shown.indexOf('…');
  const first = gap < 0 ? shown : shown.slice(0, gap);
  const last = gap < 0 ? [] : shown.slice(gap + 1);
  const isTooShort = came.length < first.length + last.length;
  if (isTooShort || (gap < 0 && came.length > shown.length)) {
    say(`${where}.length`, shown.length, came.length);
    return;
  }
  first.forEach((item, index) => compareJson(`${where}[${index}]`, item, came[index], variables, say));
  last.forEach((item, index) =>
    compareJson(`${where}[…${index}]`, item, came[came.length - last.length + index], variables, say),
  );
}

/** Whether a text is as shown; variables without a value get theirs here. */
function fits(shown: string, came: string, variables: Variables): boolean {
  const fresh: string[] = [];
  const pattern = shown
    .split(/(\$[A-Z][A-Z0-9_]*|…)/)
    .map((part) => {
      if (part === '…') return '[^]*';
      if (!/^\$[A-Z]/.test(part)) return literal(part);
      const name = part.slice(1);
      const value = variables[name];
      if (value !== undefined) return literal(value);
      fresh.push(name);
      return '([^]+?)';
    })
    .join('');
  const match = new RegExp(`^${pattern}$`).exec(came);
  if (match) fresh.forEach((name, index) => (variables[name] = match[index + 1] ?? ''));
  return match !== null;
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
