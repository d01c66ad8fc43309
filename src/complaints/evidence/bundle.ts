import type { EvidenceEntry } from '../../audit/proofs/evidence.reads.js';
import type { Signed } from '../../audit/proofs/proof.reads.js';
import { parseCheckpoint } from '../../kernel/proofs/checkpoint.js';
import { openNote, parseNote, parseNoteKey } from '../../kernel/proofs/signed-note.js';
import { tlogProofText } from '../../kernel/proofs/tlog-proof.js';
import type { ZippedFile } from '../../platform/zip.js';
import type { ComplaintDto } from '../complaint.dto.js';
import { readme } from './readme.js';

/** What the evidence of a complaint is made of, beside its entries. */
export interface Bundle {
  complaint: ComplaintDto;
  signed: Signed;
  /** The public keys that ever signed the log, as texts. */
  keys: string[];
  exportedAt: Date;
  entries: number;
  /** Internal notes that are not for the eyes of who took it away. */
  omitted: number;
}

/** The files of format 1, in the order in which they are written; `commands/verify/` reads them. */
export async function* filesOf(
  bundle: Bundle,
  entries: AsyncIterable<EvidenceEntry>,
): AsyncGenerator<ZippedFile> {
  const { complaint, signed, keys, exportedAt, entries: count, omitted } = bundle;
  const { text, signatures } = parseNote(signed.note);
  const key = openNote(signed.note, keys.map(parseNoteKey)).signedBy.at(0);
  const signature = signatures.find(({ id }) => key?.id.equals(id));
  const { origin, size } = parseCheckpoint(text);
  const about = { reference: complaint.reference, origin, size, omitted };
  yield { name: 'README.html', content: readme({ ...about, entries: count, exportedAt }) };
  yield {
    name: 'bundle.json',
    content: json({ format: 1, complaintId: complaint.id, ...about, exportedAt }),
  };
  yield { name: 'complaint.json', content: json(complaint) };
  yield { name: 'checkpoint.txt', content: signed.note };
  yield { name: 'keys.txt', content: keys.map((one) => `${one}\n`).join('') };
  yield { name: 'by-hand/checkpoint-text.txt', content: text };
  yield { name: 'by-hand/signature.bin', content: signature?.signature ?? new Uint8Array() };
  yield {
    name: 'by-hand/public-key.pem',
    content: key?.publicKey.export({ type: 'spki', format: 'pem' }) ?? '',
  };
  const [shown, values]: [string[], string[]] = [[], []];
  for await (const entry of entries) {
    const { id, position } = entry.shown;
    shown.push(`${JSON.stringify(entry.shown)}\n`);
    for (const value of entry.values) values.push(`${JSON.stringify({ entryId: id, ...value })}\n`);
    yield { name: `entries/${String(position)}.json`, content: entry.bytes };
    yield { name: `entries/${String(position)}.tlog-proof`, content: tlogProofText(entry.proof) };
  }
  yield { name: 'entries.ndjson', content: shown.join('') };
  yield { name: 'values.ndjson', content: values.join('') };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
