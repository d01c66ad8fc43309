import { unzipSync } from 'fflate';
import { Flaw, orFlaw } from './flaw.js';

/** Far more than the evidence of any complaint, and less than would hurt: 512 MiB. */
const UNPACKED_MAX = 512 * 1024 * 1024;

/**
 * The files of an archive, by name. Of two with one name, programs disagree which one it is.
 * @throws Flaw where it is no archive, has a name twice, or is too large unpacked
 */
export function unzip(zip: Uint8Array): ReadonlyMap<string, Buffer> {
  const names = new Set<string>();
  let total = 0;
  const files = orFlaw('the file is no ZIP archive', () =>
    unzipSync(zip, {
      filter: ({ name, size, originalSize }) => {
        if (names.has(name)) throw new Flaw(`${name} is in the archive twice`);
        names.add(name);
        total += Math.max(size, originalSize);
        if (total > UNPACKED_MAX) throw new Flaw('the archive is too large to be evidence of a complaint');
        return !name.endsWith('/');
      },
    }),
  );
  return new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)]));
}
