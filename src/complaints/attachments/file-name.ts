/** In characters. */
const LONGEST = 200;
/** So much of it is kept for the ending. */
const LONGEST_ENDING = 20;

/**
 * The name of a file as its sender wrote it, without what could harm: no folders, no control characters, nothing that
 * turns the direction of writing (U+202E makes `exe.gpj` look like `jpg.exe`), nothing that a file system or a header
 * takes for its own. `file` where nothing is left.
 */
export function cleanName(given: string | null): string {
  const last = (given ?? '').split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return shortened(clean) || 'file';
}

/** The ending tells people what it is: it stays. */
function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST) return name;
  const dot = characters.lastIndexOf('.');
  const ending = dot > 0 && characters.length - dot <= LONGEST_ENDING ? characters.slice(dot) : [];
  return [...characters.slice(0, LONGEST - ending.length), ...ending].join('');
}
