import type { OpenAPIObject, SchemaObject } from '@nestjs/swagger';
import type { ProblemCode } from '../../../kernel/refusal.js';
import { html, prose, type SafeHtml } from '../../html.js';

const STANDARD_MEMBERS = ['type', 'title', 'status', 'detail', 'code', 'requestId'];

/** The members that a problem has beside those of every problem. */
const OWN_MEMBERS: Partial<Record<ProblemCode, readonly string[]>> = {
  validation_failed: ['errors'],
  version_mismatch: ['currentVersion'],
  action_refused: ['unmet', 'state'],
  external_id_taken: ['existing'],
};

/** The members of a problem, with the words of the document; the list of all codes stands on the page of them all. */
export function memberMeanings(
  document: OpenAPIObject,
  code: ProblemCode,
): { term: SafeHtml; meaning: SafeHtml }[] {
  return [...STANDARD_MEMBERS, ...(OWN_MEMBERS[code] ?? [])].map((name) => ({
    term: html`<code>${name}</code>`,
    meaning: prose(meaningOf(document, name).split('\n\n')[0] ?? ''),
  }));
}

/** The forms of problems share their members, so that any of them tells. */
function meaningOf({ components }: OpenAPIObject, name: string): string {
  const forms = Object.entries(components?.schemas ?? {}).filter(([form]) => form.endsWith('Problem'));
  for (const [, form] of forms) {
    const member = (form as SchemaObject).properties?.[name];
    if (member && 'description' in member && member.description) return member.description;
  }
  return '';
}
