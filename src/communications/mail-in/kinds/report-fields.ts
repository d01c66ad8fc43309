/** Fields by their lower-case name, the first of each. */
export type ReportFields = ReadonlyMap<string, string>;

/** Reports are short; what follows is not looked at. */
const REPORT_MAX = 256 * 1024;
const BLOCKS_MAX = 200;

/** The blocks of a machine-readable report (RFC 3464, section 2.1): fields, unfolded, in groups between empty lines. */
export function blocksOf(report: string): ReportFields[] {
  const blocks: Map<string, string>[] = [];
  let block = new Map<string, string>();
  let last = '';
  for (const line of report.slice(0, REPORT_MAX).split(/\r\n|\n|\r/)) {
    if (line.trim() === '') {
      if (block.size > 0 && blocks.length < BLOCKS_MAX) blocks.push(block);
      block = new Map();
      last = '';
    } else if (/^[ \t]/.test(line)) {
      if (last !== '') block.set(last, `${block.get(last) ?? ''} ${line.trim()}`);
    } else {
      const [, name, value] = /^([A-Za-z][A-Za-z0-9-]{1,60})\s?:(.*)$/.exec(line) ?? [];
      last = name !== undefined && !block.has(name.toLowerCase()) ? name.toLowerCase() : '';
      if (last !== '') block.set(last, (value ?? '').trim());
    }
  }
  return block.size > 0 ? [...blocks, block] : blocks;
}

/** The value of `rfc822; marta@example.org`, without type, brackets and quotes; null where it is no address. */
export function addressIn(field: string | undefined): string | null {
  if (field === undefined) return null;
  return addressesIn(field.slice(field.indexOf(';') + 1))[0] ?? null;
}

/** Whatever looks like an address in a text, in its order, twice the same once. */
export function addressesIn(text: string): string[] {
  const words = text.split(/[\s<>()[\]{}"'`,;:|=*]+/);
  const addresses = words.map(trimmed).filter((word) => /^[^@]{1,64}@[^@.][^@]{0,252}$/.test(word));
  return [...new Set(addresses)];
}

function trimmed(word: string): string {
  return /[.!?\\/-]$/.test(word) ? word.slice(0, -1) : word;
}

/** An enhanced status code (RFC 3463) in a text; figures that belong to a longer row, as in `192.5.5.241`, are none. */
export function statusIn(text: string | undefined): string | null {
  return /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/.exec(text ?? '')?.[1] ?? null;
}

/** A reply code of SMTP (RFC 5321, section 4.2) that refuses: 4xx for now, 5xx for good. */
export function replyCodeIn(text: string | undefined): string | null {
  return /(?<![\d.#-])([45][0-5]\d)(?=[ -][^\d\s]|[ -][45]\.\d)/.exec(text ?? '')?.[1] ?? null;
}
