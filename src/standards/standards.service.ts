import { Injectable } from '@nestjs/common';
import type { DataOf } from '../audit/entry-catalogue.js';
import { type Change, Ledger, type Subject, type Written } from '../audit/ledger.service.js';
import type { Call } from '../kernel/call.js';
import { canonicalJson } from '../kernel/canonical-json.js';
import { newId } from '../kernel/identifiers.js';
import { inputError, invalid, Refusal } from '../kernel/refusal.js';
import { changedSpec, newSpec } from './spec-of.js';
import { StandardBook } from './standard-book.js';
import type { NewStandardBody, StandardChangesBody } from './standard.body.dto.js';
import type { StandardRow, StandardSpec, StandardVersion } from './standard.entity.js';
import { StandardReferences } from './standard.references.js';
import { defaultFlaws, standardFlaws } from './standard.rules.js';

/** Makes and changes standards. Each change makes a version; those before it stay as they were. */
@Injectable()
export class StandardsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly references: StandardReferences,
    private readonly book: StandardBook,
  ) {}

  /** @throws Refusal 400 for ids that name nothing, 409 `rank_taken` */
  async create(call: Call, body: NewStandardBody): Promise<Written> {
    await this.references.check(body);
    return this.written(() =>
      this.ledger.write(call, 'create standard', calendarOf(body), async (c) => {
        const id = newId();
        const times = { createdAt: c.now, updatedAt: c.now };
        const standard = { id, ...newSpec(body), isDefault: false, version: 1, ...times };
        await put(c, standard);
        c.record('standard.created', { type: 'standard', id }, said(standard));
        return { id, location: `/v1/standards/${id}` };
      }),
    );
  }

  /** What is already so is no change and makes no version. @throws Refusal 400, 409 `rank_taken` */
  async change(call: Call, id: string, body: StandardChangesBody): Promise<Written> {
    await this.references.check(body);
    const subject = { type: 'standard', id, versioned: true } as const;
    return this.written(() =>
      this.ledger.write(call, 'change standard', [subject, ...calendarOf(body)], async (c) => {
        const now = c.row<StandardRow>(subject);
        const spec = changedSpec(now, body);
        const changed = FIELDS.filter((field) => canonicalJson(spec[field]) !== canonicalJson(now[field]));
        if (changed.length === 0) return { id };
        const next = { ...now, ...spec, version: now.version + 1, updatedAt: c.now };
        const flaws = [...standardFlaws(next), ...defaultFlaws(next, now)];
        if (flaws.length > 0) throw invalid(flaws.map(({ at, code }) => inputError(at, code)));
        await put(c, next);
        c.record('standard.updated', { type: 'standard', id }, { changed, ...said(next) });
        return { id };
      }),
    );
  }

  private async written(write: () => Promise<Written>): Promise<Written> {
    try {
      return await write();
    } catch (error) {
      if (!isRankTaken(error)) throw error;
      throw new Refusal('rank_taken', 'Another standard has this rank.');
    } finally {
      this.book.forgetCurrent();
    }
  }
}

/** Nobody deletes the calendar meanwhile. */
function calendarOf({ calendarId }: { calendarId?: string | null }): Subject[] {
  if (!calendarId) return [];
  const missing = invalid([inputError('/calendarId', 'not_found')]);
  return [{ type: 'calendar', id: calendarId, mode: 'share', missing }];
}

const FIELDS = [
  'name',
  'rank',
  'active',
  'appliesTo',
  'calendarId',
  'promises',
  'pauses',
  'closingWindow',
  'closingNotice',
  'disputeWindow',
] as const satisfies (keyof StandardSpec)[];

async function put(c: Change, standard: StandardRow): Promise<void> {
  const { id: standardId, version } = standard;
  await c.tx.save('standards', [standard]);
  const made: StandardVersion = { standardId, version, spec: specOf(standard), createdAt: c.now };
  await c.tx.insert('standard_versions', [made]);
}

function specOf(standard: StandardRow): StandardSpec {
  return Object.fromEntries(FIELDS.map((field) => [field, standard[field]])) as unknown as StandardSpec;
}

function said(standard: StandardRow): DataOf<'standard.created'> {
  return { version: standard.version, ...specOf(standard) };
}

function isRankTaken(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'standards_by_rank';
}
