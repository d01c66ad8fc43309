import { Refusal } from '../../../kernel/refusal.js';

const JSON_TYPE = 'application/json';
const MERGE_PATCH = 'application/merge-patch+json';
const FORM_TYPE = 'multipart/form-data';

/**
 * Refuses a body that does not say it is JSON in UTF-8, exactly: a parser that is generous about tabs and spaces in
 * `Content-Type` reads something else than the proxy in front of it (Fastify CVE-2026-25223, CVE-2026-33806).
 * @throws Refusal 415 `unsupported_media_type`, with the types that would do.
 */
export function checkMediaType(
  method: string,
  contentType: string | undefined,
  encoding: string | undefined,
): void {
  const types = method === 'PATCH' ? [JSON_TYPE, MERGE_PATCH] : [JSON_TYPE];
  const header = method === 'PATCH' ? 'Accept-Patch' : 'Accept-Post';
  if (encoding !== undefined)
    throw unsupported('A body must not be compressed or otherwise encoded.', header, types);
  if (!types.some((type) => says(contentType, type))) {
    throw unsupported(`A body must be ${types.join(' or ')} in UTF-8.`, header, types);
  }
}

/**
 * Refuses a form that does not say it is one, as exactly as the above.
 * @throws Refusal 415 `unsupported_media_type`, with the type that would do.
 */
export function checkFormType(contentType: string | undefined, encoding: string | undefined): void {
  if (encoding !== undefined)
    throw unsupported('A body must not be compressed or otherwise encoded.', 'Accept-Post', [FORM_TYPE]);
  if (!FORM.test(contentType ?? ''))
    throw unsupported(`A body must be ${FORM_TYPE} with its boundary.`, 'Accept-Post', [FORM_TYPE]);
}

/**
 * Refuses a file that does not say it is of the one type that is taken.
 * @throws Refusal 415 `unsupported_media_type`, with the type that would do.
 */
export function checkFileType(
  contentType: string | undefined,
  encoding: string | undefined,
  type: string,
): void {
  if (encoding !== undefined)
    throw unsupported('A body must not be compressed or otherwise encoded.', 'Accept-Post', [type]);
  if (contentType?.toLowerCase() !== type)
    throw unsupported(`A body must be ${type}.`, 'Accept-Post', [type]);
}

/** RFC 2046, 5.1.1: what a boundary may be; in quotes or bare. */
const FORM = /^multipart\/form-data; ?boundary=("?)[A-Za-z0-9'()+_,./:=?-]{1,70}\1$/i;

function says(contentType: string | undefined, type: string): boolean {
  const [name, ...parameters] = (contentType ?? '').toLowerCase().split(';');
  if (name !== type) return false;
  return (
    parameters.length === 0 ||
    (parameters.length === 1 && /^ ?charset=("?)utf-8\1$/.test(parameters[0] ?? ''))
  );
}

function unsupported(detail: string, header: string, types: string[]): Refusal {
  return new Refusal('unsupported_media_type', detail, {}, { [header]: types.join(', ') });
}
