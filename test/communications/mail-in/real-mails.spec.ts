import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { cutQuoted } from '../../../src/communications/mail-in/cutting/cut-quoted.js';
import { kindOfMail } from '../../../src/communications/mail-in/kinds/kind-of-mail.js';
import { MailRefusal } from '../../../src/communications/mail-in/reading/mail.js';
import { readMail } from '../../../src/communications/mail-in/reading/read-mail.js';

/** Collections of mails of others, beside the project where somebody has put them; they are never copied into it. */
const FOLDER = resolve('../shared/data/email');

interface TakenIn {
  folder: string;
  name: string;
  /** The kind of mail, or the code of the refusal. */
  result: string;
  because: string;
  milliseconds: number;
}

async function takeIn(path: string): Promise<TakenIn> {
  const raw = readFileSync(join(FOLDER, path));
  const from = performance.now();
  const found = await readMail(raw).then(
    (mail) => {
      expect(mail.text === null || cutQuoted(mail.text, mail.subject) !== '').toBe(true);
      const { kind, because } = kindOfMail(mail);
      return { result: kind, because };
    },
    (error: unknown) => {
      if (!(error instanceof MailRefusal)) throw error;
      return { result: error.code, because: 'refused' };
    },
  );
  return { folder: dirname(path), name: path, ...found, milliseconds: performance.now() - from };
}

function all(): string[] {
  return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length + 1))
    .sort();
}

/** How many of each kind there are in each folder, a line each. */
function figures(mails: TakenIn[]): string {
  const lines = [...new Set(mails.map(({ folder }) => folder))].map((folder) => {
    const counts = new Map<string, number>();
    for (const { result } of mails.filter((mail) => mail.folder === folder)) {
      counts.set(result, (counts.get(result) ?? 0) + 1);
    }
    return `${folder}: ${[...counts].map(([result, count]) => `${count} ${result}`).join(', ')}`;
  });
  return lines.join('\n');
}

/** What share of the mails has one of the results; those that have none are named in the error. */
function expectShare(mails: TakenIn[], results: string[], least: number): void {
  const others = mails.filter(({ result }) => !results.includes(result));
  const share = 1 - others.length / mails.length;
  const wrong = others.map(({ name, result, because }) => `${name} ${result} ${because}`);
  process.stdout.write(`${(100 * share).toFixed(2)} % of ${mails.length} are ${results.join(' or ')}\n`);
  expect({ enough: share >= least, wrong }).toEqual({ enough: true, wrong });
}

if (existsSync(FOLDER)) {
  describe('of the mails beside the project', () => {
    let mails: TakenIn[];
    const within = (pattern: RegExp, but = /$^/) =>
      mails.filter(({ name }) => pattern.test(name) && !but.test(name));

    beforeAll(async () => {
      mails = [];
      for (const path of all()) mails.push(await takeIn(path));
      process.stdout.write(`${figures(mails)}\n`);
    });

    it('each is read or refused by name, in less than 2 s', () => {
      expect(mails.length).toBeGreaterThan(1000);
      expect(mails.filter(({ milliseconds }) => milliseconds > 2000)).toEqual([]);
      const refused = mails.filter(({ because }) => because === 'refused');
      expect(new Set(refused.map(({ result }) => result))).toEqual(new Set(['empty', 'unreadable']));
      expect(refused.filter(({ name }) => name.endsWith('.eml'))).toEqual([]);
    });

    const OTHERS = /arf-|rfc3834-|is-not-bounce/;

    it.each(['bsd', 'dos', 'mac', 'err'])('95 % of the notices in %s are found', (folder) => {
      const notices = within(new RegExp(`maildir/${folder}/`), OTHERS);
      expectShare(notices, ['bounce', 'delay'], 0.95);
    });

    it('95 % of the automatic replies are found', () => {
      expectShare(within(/rfc3834-/), ['automatic'], 0.95);
    });

    it('95 % of the reports of spam are found', () => {
      expectShare(within(/\/arf-/, /arf-26/), ['feedback_report'], 0.95);
    });

    it('99 % of the mails of people are taken for nothing else', () => {
      const people = within(/^(mikel-mail\/spec|stalwart\/resources)\/.*\.eml$|is-not-bounce/, NOT_OF_PEOPLE);
      expectShare(people, ['person'], 0.99);
    });
  });
} else {
  it('there are none beside the project, so nothing is known about them', () => {
    expect(existsSync(FOLDER)).toBe(false);
  });
}

/** Reports of servers in the folders of ordinary mails, and mails that say themselves that they went to many. */
const NOT_OF_PEOPLE = new RegExp(
  [
    'multipart_report_emails',
    'raw_email_with_mimepart_without_content_type',
    'bad_date_header\\.eml',
    'empty_in_reply_to',
    'thirdparty/014',
  ].join('|'),
);
