import {
  BLOCK_BEGINS,
  BLOCK_GOES_ON,
  FORWARDS,
  ORIGINAL_MESSAGE,
  SENT_FROM,
  TELEPHONES,
  WROTE,
} from './reply-words.js';

/** Longer lines are paragraphs, whatever they begin with. */
const LINE_MAX = 300;
/** Programs that break lines at 72 signs spread the line above a quote over so many. */
const WRAPPED_MAX = 3;
const SIGNATURE_MAX = 12;

/**
 * What somebody wrote this time, for reading: without the message that is quoted below, and without the signature. The
 * caller keeps the whole. Answers between quoted lines stay, with the lines that they answer; a message that was passed
 * on stays, because that is what the mail is about. It never cuts to nothing.
 *
 * Our own, because the libraries for it match whole texts by patterns whose time grows with the square of the length or
 * worse (`email-reply-parser`, unless a native module is there), need a DOM (`planer`), or are not kept any more
 * (`talonjs`); none knows Hungarian or Bulgarian.
 */
export function cutQuoted(text: string, subject: string | null = null): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const isForward = FORWARDS.some((word) => (subject ?? '').trim().toLowerCase().startsWith(word));
  const said = withoutSignature(isForward ? lines : withoutQuoted(lines));
  const words = said.join('\n').trim();
  return words === '' ? text.trim() : words;
}

function withoutQuoted(lines: string[]): string[] {
  const at = lines.findIndex((_, index) => headerLength(lines, index) > 0);
  if (at < 0) return withoutLastQuote(lines);
  const above = lines.slice(0, at);
  const below = lines.slice(at + headerLength(lines, at));
  const answers = below.some(isQuoted) && !isBlank(withoutSignature(below.filter((line) => !isQuoted(line))));
  if (!answers) return isBlank(above) ? lines : withoutLastQuote(withoutRule(above));
  return isBlank(above) ? withoutLastQuote(withoutFirstQuote(below)) : withoutLastQuote(lines);
}

/** How many lines from here on introduce a quoted message; 0 where none does. */
function headerLength(lines: string[], at: number): number {
  const line = bare(lines[at]);
  if (line === '' || line.length > LINE_MAX) return 0;
  if (isOriginalMessage(line) || isBlock(lines, at)) return 1;
  return attributionLength(lines, at);
}

/** `-----Original Message-----` and its likes. */
function isOriginalMessage(line: string): boolean {
  if (!line.startsWith('--') && !line.startsWith('__')) return false;
  const words = line.replace(/^[-_ ]+/, '').toLowerCase();
  return ORIGINAL_MESSAGE.some((phrase) => words.startsWith(phrase) && words.length <= phrase.length + 20);
}

/** `From: … Sent: … To: … Subject: …`, a label on each line. */
function isBlock(lines: string[], at: number): boolean {
  if (!includes(BLOCK_BEGINS, labelOf(lines[at]))) return false;
  const next = lines.slice(at + 1, at + 7).map(labelOf);
  return new Set(next.filter((label) => includes(BLOCK_GOES_ON, label))).size >= 2;
}

function labelOf(line: string | undefined): string {
  const text = bare(line).slice(0, 30);
  const colon = text.indexOf(':');
  return colon < 1 ? '' : text.slice(0, colon).replaceAll('*', '').trim().toLowerCase();
}

/**
 * A line that ends with a colon, says that somebody wrote, and names a time of day or an address. A person who tells
 * what somebody wrote names neither.
 */
function attributionLength(lines: string[], at: number): number {
  for (let length = 1; length <= WRAPPED_MAX; length += 1) {
    const line = bare(lines[at + length - 1]);
    if (line === '' || line.length > LINE_MAX) return 0;
    if (!line.endsWith(':')) continue;
    const whole = lines
      .slice(at, at + length)
      .map(bare)
      .join(' ')
      .toLowerCase();
    const isOne = WROTE.some((verb) => whole.includes(verb)) && /\d[:.]\d\d|@/.test(whole);
    return isOne ? length : 0;
  }
  return 0;
}

/** The quoted lines at the end, and the line above them that introduces them. */
function withoutLastQuote(lines: string[]): string[] {
  let end = lines.length;
  while (end > 0 && (isQuoted(lines[end - 1]) || bare(lines[end - 1]) === '')) end -= 1;
  if (!lines.slice(end).some(isQuoted)) return lines;
  const from = Math.max(0, end - WRAPPED_MAX);
  const header = lines.slice(from, end).findIndex((_, index) => attributionLength(lines, from + index) > 0);
  return lines.slice(0, header < 0 ? end : from + header);
}

function withoutFirstQuote(lines: string[]): string[] {
  const end = lines.findIndex((line) => !isQuoted(line) && bare(line) !== '');
  return end < 0 ? lines : lines.slice(end);
}

/** A row of dashes that stands alone above a quoted message. */
function withoutRule(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => bare(line) !== '');
  return /^[-_=]{5,}$/.test(bare(lines[last])) ? lines.slice(0, last) : lines;
}

/** The signature below `-- ` (RFC 3676, section 4.3) and what a telephone puts there. */
function withoutSignature(lines: string[]): string[] {
  const mark = lines.findLastIndex((line) => /^--\s?$/.test(line));
  const isShort = lines.slice(mark + 1).filter((line) => bare(line) !== '').length <= SIGNATURE_MAX;
  const kept = mark >= 0 && isShort ? lines.slice(0, mark) : lines;
  const last = kept.findLastIndex((line) => bare(line) !== '');
  return bare(kept[last - 1]) === '' && isTelephone(bare(kept[last])) ? kept.slice(0, last) : kept;
}

function isTelephone(line: string): boolean {
  const words = line.toLowerCase();
  return (
    line.length < 80 && SENT_FROM.some((beginning) => words.startsWith(beginning)) && TELEPHONES.test(words)
  );
}

function bare(line: string | undefined): string {
  return (line ?? '').trim();
}

function isQuoted(line: string | undefined): boolean {
  return bare(line).startsWith('>');
}

function isBlank(lines: string[]): boolean {
  return lines.every((line) => bare(line) === '');
}

function includes(words: readonly string[], word: string): boolean {
  return words.includes(word);
}
