import type { Answer } from '../../support/api.js';
import type { Contract } from '../../support/contract.js';
import { type Described, type Document, type Placed, resolve } from '../../support/document.js';
import { mayCall } from './callers.js';
import type { Plan } from './plan.js';

/**
 * What is wrong with an answer beyond its form: a fault of the server, a door open to those who may not pass, input
 * taken that the document forbids, input refused for its form that the document allows.
 */
export function faultsOf(plan: Plan, placed: Placed, answer: Answer, parts: Parts): string[] {
  const { status } = answer;
  // Before routing: a path that cannot be decoded.
  if (!parts.contract.operationOf({ method: placed.method, path: plan.path }))
    return status === 400 ? [] : [`answered ${status}`];
  const expected = doorOf(plan, placed);
  if (status >= 500) return [`answered ${status}`];
  if (expected !== null) return status === expected ? [] : [`${plan.caller} got ${status}, not ${expected}`];
  if (TURNED_AWAY.has(codeOf(answer)) && !isAboutAProperty(plan))
    return [`${plan.caller} was turned away, who may pass`];
  const violation = bodyViolation(plan, placed, parts);
  if (status < 300) {
    return [
      ...(violation === null ? [] : [`took a body that the document forbids: ${violation}`]),
      ...(plan.query === 'forbidden' ? ['took a query that the document forbids'] : []),
    ];
  }
  if (status !== 400 || violation !== null || plan.query !== 'allowed') return [];
  return formErrors(plan, answer).map((error) => `refused for its form what the document allows: ${error}`);
}

interface Parts {
  document: Document;
  contract: Contract;
}

/** The status at the door, which comes before all others; null where the caller may pass. */
function doorOf({ caller }: Plan, { operation }: Placed): number | null {
  if (caller === 'forger') return 401;
  // A tracking token is known at some doors only; elsewhere it is no better than a forged one.
  if (caller === 'complainant' && !takesTrackingToken(operation)) return 401;
  if (mayCall(caller, operation)) return null;
  return caller === 'anonymous' ? 401 : 403;
}

function takesTrackingToken({ security = [] }: Described): boolean {
  return security.some((scheme) => 'trackingToken' in scheme);
}

const TURNED_AWAY = new Set(['unauthenticated', 'forbidden']);

/** Of this one property the body says who may set it, not the operation. */
function isAboutAProperty({ body }: Plan): boolean {
  return body?.includes('"complainedAboutUserIds"') ?? false;
}

function codeOf({ body }: Answer): string {
  return (body as { code?: string } | null)?.code ?? '';
}

/** How the body breaks the document, or null. What is no JSON of the right type breaks it in any case. */
function bodyViolation({ body, headers }: Plan, { operation }: Placed, parts: Parts): string | null {
  if (!operation.requestBody) return null;
  const { content = {}, required } = resolve(parts.document, operation.requestBody);
  if (body === null) return required ? 'there is none' : null;
  const schema = content[headers['Content-Type'] ?? '']?.schema;
  if (!schema) return 'its type is not documented';
  try {
    return parts.contract.violation(schema, parsed(body));
  } catch (error) {
    return String(error);
  }
}

/**
 * Errors about the form of a value, as against what it means here and now. The document has the widest body of an
 * operation; who has no account may say less, and has fewer words to choose from.
 */
function formErrors({ body, caller }: Plan, { body: problem }: Answer): string[] {
  const { errors = [] } = problem as { errors?: { code: string; pointer?: string; parameter?: string }[] };
  return errors
    .filter(({ code, parameter }) => !MEANING.has(code) && !HEADERS.has(parameter ?? ''))
    .filter(({ code }) => !(caller === 'anonymous' && code === 'is_enum'))
    .filter(
      ({ code, pointer = '', parameter }) =>
        !(TIMES.has(code) && (isText(body, pointer) || COMPARED.has(parameter ?? pointer))),
    )
    .map(({ code, pointer, parameter }) => `${code} at ${pointer ?? parameter ?? ''}`);
}

/**
 * The document cannot say them: they compare the input with what is stored, or two parts of it. What the schema
 * itself requires is there when this is asked, and that NUL and half a surrogate pair are no text is said of the API
 * as a whole.
 */
const MEANING = new Set([
  'bad_characters',
  'bad_cursor',
  'contact_required',
  'decimals',
  'is_template',
  'missing_variable',
  'not_applicable',
  'not_found',
  'overlaps',
  'required',
  'unique_items',
  'unknown_filter',
  'unknown_property',
  'unknown_tag',
  'unknown_variable',
]);

/** Too early and too late; of a number they are a matter of form. */
const TIMES = new Set(['min', 'max']);

/** Numbers and durations that are held against another one of their request, or the length of the log. */
const COMPARED = new Set(['/toYear', '/closingNotice', 'from', 'to']);

/** Their form is part of HTTP, and each is spoiled on purpose. */
const HEADERS = new Set(['If-Match', 'If-None-Match', 'Idempotency-Key', 'Content-Type']);

function isText(body: string | null, pointer = ''): boolean {
  const value = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (node, key) => (node as Record<string, unknown> | undefined)?.[key],
      parsed(body ?? 'null'),
    );
  return typeof value === 'string';
}

/** A byte order mark at the start is passed over, as RFC 8259 (section 8.1) allows and the server does. */
function parsed(body: string): unknown {
  return JSON.parse(body.replace(/^\ufeff/, ''));
}
