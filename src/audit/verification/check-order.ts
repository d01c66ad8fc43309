import { type Checked, type Finding, finding } from './check-entry.js';

interface Last {
  seq: number;
  at: Date;
  version: number | null;
}

/** Whether each complaint goes forward, from entry to entry by position, then by number. */
export class OrderCheck {
  private readonly last = new Map<string, Last>();

  check(row: Checked): Finding[] {
    if (row.id === null || row.complaintId === null) return [];
    const before = this.last.get(row.complaintId);
    const { seq, at, complaintVersion: version } = row;
    this.last.set(row.complaintId, { seq, at, version });
    if (!before) return [];
    const found: Finding[] = [];
    if (at < before.at) found.push(finding('out_of_order', row, 'it is older than the entry before it'));
    if (seq < before.seq)
      found.push(finding('out_of_order', row, 'it stands behind an entry that came after it'));
    if (version !== null && before.version !== null && version < before.version)
      found.push(finding('out_of_order', row, "the complaint's version went back"));
    return found;
  }
}
