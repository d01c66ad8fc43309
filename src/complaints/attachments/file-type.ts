import { fileTypeFromBuffer } from 'file-type';

export const UNKNOWN_TYPE = 'application/octet-stream';

/** What a file is by its first bytes; nobody's word counts. */
export async function sniffType(head: Uint8Array): Promise<string> {
  try {
    return (await fileTypeFromBuffer(head))?.mime ?? UNKNOWN_TYPE;
  } catch {
    // A file that is made to break its reader is of no known type.
    return UNKNOWN_TYPE;
  }
}

/** The media type that somebody wrote, where it is one (RFC 6838, 4.2). */
export function declaredType(given: string | null): string {
  const type = (given ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,99}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,99}$/.test(type)
    ? type
    : UNKNOWN_TYPE;
}

/** What a browser is told that a file is: nothing that it would run (HTML, SVG, XML, scripts), even where asked to. */
export function servedType(type: string): string {
  return HARMLESS.test(type) ? type : UNKNOWN_TYPE;
}

const HARMLESS = new RegExp(
  [
    '^image/(png|jpeg|gif|webp|avif|heic|heif|tiff|bmp)$',
    '^(audio|video)/[a-z0-9.+-]+$',
    '^application/(pdf|zip|rtf|msword|x-cfb)$',
    '^application/vnd\\.(openxmlformats-officedocument|oasis\\.opendocument)\\.[a-z.]+$',
  ].join('|'),
);
