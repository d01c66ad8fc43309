/** Text of several lines as the database takes it: no NUL, no half of a surrogate pair, lines that end with LF. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

/** Text on one line: whatever separates, blanks and controls alike, is one blank. */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

const NAME_MAX = 200;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * The name of a file, safe to show and to save by: no folders, no controls, none of the marks that turn the direction
 * of writing and make `exe.pdf` out of `fdp.exe`, not too long, and its extension kept.
 */
export function cleanFileName(claimed: string | undefined): string {
  const flat = (claimed ?? '').toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu, '');
  const last = flat.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[<>:"|?*]/g, '_').trim();
  const name = withoutEdgeDots(plain);
  if (name === '') return 'unnamed';
  return shortened(RESERVED.test(name) ? `_${name}` : name);
}

/** `.htaccess` is hidden and `x.exe.` is `x.exe` on Windows: dots and blanks at the edges say nothing. */
function withoutEdgeDots(name: string): string {
  const edge = (sign: string | undefined) => sign === '.' || sign === ' ';
  let from = 0;
  let to = name.length;
  while (from < to && edge(name[from])) from += 1;
  while (to > from && edge(name[to - 1])) to -= 1;
  return name.slice(from, to);
}

function shortened(name: string): string {
  if (name.length <= NAME_MAX) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 16 ? name.slice(dot) : '';
  return (name.slice(0, NAME_MAX - extension.length) + extension).toWellFormed().replaceAll('\uFFFD', '');
}
