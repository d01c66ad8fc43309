import { Injectable } from '@nestjs/common';
import type { Call } from '../../kernel/call.js';
import { invalid, notFound } from '../../kernel/refusal.js';
import type { Download } from '../../platform/http/download.js';
import { parameterError } from '../../platform/http/input/query-input.js';
import { TemporaryFile } from '../../platform/temporary-file.js';
import type { EntryFilter } from '../audit.dto.js';
import { AuditReads } from '../audit.reads.js';
import { Ledger } from '../ledger.service.js';
import type { ExportForm } from './export-forms.js';

/** Entries that one file holds at most, and that are read at once. */
export const MOST_ENTRIES = 100_000;
const BATCH = 1000;

/** What went into a file. */
interface Extent {
  count: number;
  first: number | null;
  last: number | null;
}

/** Takes what was found in the log out as a file, and puts that on record. */
@Injectable()
export class EntryExports {
  constructor(
    private readonly reads: AuditReads,
    private readonly ledger: Ledger,
  ) {}

  /** @throws Refusal 400 where more entries are found than a file holds */
  async make(call: Call, filter: EntryFilter, form: ExportForm): Promise<Download> {
    const file = await TemporaryFile.make();
    try {
      const extent = await this.fill(file, call, filter, form);
      const written = file.finish();
      await this.putOnRecord(call, filter, form, extent, written.sha256);
      const { first, last } = extent;
      const name = first === null ? `log-empty.${form.name}` : `log-${first}-${last}.${form.name}`;
      return { ...written, name, type: `${form.type}; charset=utf-8` };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  private async fill(
    file: TemporaryFile,
    { actor }: Call,
    filter: EntryFilter,
    form: ExportForm,
  ): Promise<Extent> {
    const extent: Extent = { count: 0, first: null, last: null };
    await file.write(form.head);
    for (let after = filter.after ?? 0; ;) {
      const entries = await this.reads.found(actor, filter, after, BATCH);
      const last = entries.at(-1)?.position ?? null;
      if (last === null) return extent;
      extent.count += entries.length;
      extent.first ??= entries[0]?.position ?? null;
      extent.last = last;
      if (extent.count > MOST_ENTRIES) throw tooMany();
      await file.write(form.lines(entries));
      if (entries.length < BATCH) return extent;
      after = last;
    }
  }

  private async putOnRecord(
    call: Call,
    filter: EntryFilter,
    { name }: ExportForm,
    { count, first, last }: Extent,
    sha256: string,
  ): Promise<void> {
    const { id } = call.actor;
    if (id === null) throw notFound();
    await this.ledger.write(call, 'export the log', [], (c) => {
      c.record(
        'audit.exported',
        { type: 'user', id },
        { format: name, filter: { ...filter }, count, firstPosition: first, lastPosition: last, sha256 },
      );
      return Promise.resolve({ id });
    });
  }
}

function tooMany() {
  const detail = `leaves more than ${MOST_ENTRIES.toLocaleString('en')} entries: ask for a shorter time`;
  return invalid([parameterError('to', 'max_items', detail)]);
}
