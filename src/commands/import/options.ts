import { parseArgs } from 'node:util';
import { StartError } from '../../platform/start-error.js';

export const USAGE = `npm run import -- FILE.csv [options]

Takes the complaints of a CSV file (UTF-8, headings in the first line) to a running server. What is in already is not
taken twice, so that an import that was interrupted is simply run again.

  --url URL            where the server answers (http://127.0.0.1:3000)
  --email EMAIL        who signs in: staff (ADMIN_EMAIL, or admin@amends.local)
  --password PASSWORD  better in AMENDS_PASSWORD, where no other process sees it; else from DATA_DIR
  --report FILE.csv    the rows that were refused, a line for each reason
  --limit N            only the first N rows
  --concurrency N      rows on their way at once, 1 to 64 (8)

Exit code 0: every row is in. 1: some were refused, the rest is in. 2: it could not run, or not to the end.`;

export interface Options {
  file: string;
  url: string;
  email?: string;
  password?: string;
  report: string | null;
  limit: number;
  concurrency: number;
}

/**
 * What the command line says; null where it asks for help.
 * @throws StartError with the usage where it says something else
 */
export function readOptions(args: string[]): Options | null {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw wrong('It takes one file.');
  return {
    file,
    url: urlOf(values.url ?? 'http://127.0.0.1:3000'),
    email: values.email,
    password: values.password,
    report: values.report ?? null,
    limit: values.limit === undefined ? Infinity : whole('limit', values.limit, Number.MAX_SAFE_INTEGER),
    concurrency: whole('concurrency', values.concurrency ?? '8', 64),
  };
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const;
  const options = {
    url: text,
    email: text,
    password: text,
    report: text,
    limit: text,
    concurrency: text,
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw wrong((error as Error).message);
  }
}

function urlOf(text: string): string {
  if (!/^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : ''))
    throw wrong(`--url ${text} is no address.`);
  return text;
}

function whole(name: string, text: string, most: number): number {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > most) throw wrong(`--${name} takes a whole number from 1 to ${most}.`);
  return number;
}

function wrong(sentence: string): StartError {
  return new StartError(`${sentence}\n\n${USAGE}`);
}
