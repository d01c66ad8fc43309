/** The entity tag of a version, or of a digest (RFC 9110, section 8.8.3): strong, what is given in quotes. */
export function etagOf(version: number | string): string {
  return `"${version}"`;
}

/**
 * Whether `If-Match` holds for a version, by strong comparison (RFC 9110, section 13.1.1): `*` holds, a list holds
 * when one of its tags does. A weak tag never matches, nor one without its quotes.
 */
export function matches(header: string, version: number): boolean {
  return header.trim() === '*' || tagsOf(header).includes(etagOf(version));
}

/**
 * Whether the reader's copy, named by `If-None-Match`, is this version. Compared weakly (RFC 9110, section 13.1.2):
 * a proxy that compresses answers turns their tags into weak ones.
 */
export function isKnown(header: string, version: number | string): boolean {
  return header.trim() === '*' || tagsOf(header).some((tag) => tag.replace(/^W\//, '') === etagOf(version));
}

/** The members of a list of tags as they stand there; a comma inside quotes belongs to its tag. */
function tagsOf(header: string): string[] {
  const tags: string[] = [];
  let quoted = false;
  let start = 0;
  for (let at = 0; at < header.length; at++) {
    if (header[at] === '"') quoted = !quoted;
    if (header[at] !== ',' || quoted) continue;
    tags.push(header.slice(start, at));
    start = at + 1;
  }
  tags.push(header.slice(start));
  return tags.map((tag) => tag.trim());
}
