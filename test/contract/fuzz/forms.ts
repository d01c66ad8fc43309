import { FORM_HEADERS, formBody } from '../../support/form.js';
import type { Plan } from './plan.js';

/** The media type of a form with files. */
const FORM = 'multipart/form-data';

/** Nothing about the bytes of a file can be spoiled: whatever they are is taken, or kept. */
export function isFile(type: string): boolean {
  return type === FORM || type === 'message/rfc822';
}

/** A form is planned as the JSON that the document describes, and sent as what it is. */
export function asSent({ body, headers }: Pick<Plan, 'body' | 'headers'>): {
  body: Buffer | string | null;
  headers: Record<string, string>;
} {
  if (body === null || headers['Content-Type'] !== FORM) return { body, headers };
  const { file = [], ...given } = JSON.parse(body) as { file?: string[] } & Record<string, string | null>;
  const fields = Object.entries(given).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  const files = file.map((content) => ({ content }));
  return { body: formBody(files, Object.fromEntries(fields)), headers: { ...headers, ...FORM_HEADERS } };
}
