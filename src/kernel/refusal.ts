/**
 * Every problem the API can answer, by its stable code. `type` of a problem is the page of this code in the docs.
 * The order of the statuses is the order of the checks: 401, 403, 413, 415, 400, 428, 409 and 422 of
 * idempotency, 404, 412, 409.
 */
export const PROBLEMS = {
  unauthenticated: { status: 401, title: 'Not signed in' },
  invalid_credentials: { status: 401, title: 'Invalid credentials' },
  forbidden: { status: 403, title: 'Not allowed for this role' },
  too_large: { status: 413, title: 'Body too large' },
  unsupported_media_type: { status: 415, title: 'Unsupported media type' },
  validation_failed: { status: 400, title: 'Validation failed' },
  bad_request: { status: 400, title: 'Request not understood' },
  if_match_required: { status: 428, title: 'If-Match required' },
  idempotency_in_progress: { status: 409, title: 'The same request is still running' },
  idempotency_key_reused: { status: 422, title: 'Idempotency key reused' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  version_mismatch: { status: 412, title: 'Version mismatch' },
  action_refused: { status: 409, title: 'Action refused' },
  external_id_taken: { status: 409, title: 'External id taken' },
  email_taken: { status: 409, title: 'Email address taken' },
  calendar_in_use: { status: 409, title: 'Calendar in use' },
  rank_taken: { status: 409, title: 'Rank taken' },
  name_taken: { status: 409, title: 'Name taken' },
  code_taken: { status: 409, title: 'Code taken' },
  own_authority: { status: 409, title: 'Own authority' },
  infected: { status: 409, title: 'Malware found' },
  proof_pending: { status: 409, title: 'Not signed yet' },
  rate_limited: { status: 429, title: 'Too many requests' },
  headers_too_large: { status: 431, title: 'Headers too large' },
  internal_error: { status: 500, title: 'Internal error' },
  unavailable: { status: 503, title: 'Temporarily unavailable' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/**
 * One thing that is wrong with the input. `pointer` is an RFC 6901 pointer into the body; `parameter` a
 * query parameter or header.
 */
export interface InputError {
  pointer?: string;
  parameter?: string;
  code: InputCode;
  detail: string;
}

/** The codes of a 400, each meaning the same wherever it stands. */
export const INPUT_CODES = {
  required: 'is missing or null',
  unknown_property: 'is not a property of this body, or not one that this caller may set',
  unknown_parameter: 'is not a parameter of this operation',
  repeated: 'is given more than once',
  is_string: 'must be text',
  is_object: 'must be an object',
  is_array: 'must be a list',
  not_blank: 'must not be blank',
  min_length: 'is too short',
  max_length: 'is too long',
  is_enum: 'must be one of the listed values',
  is_email: 'must be an email address',
  is_time: 'must be a time such as 2026-11-20T09:00:00.000Z',
  is_date: 'must be a date such as 2026-12-25',
  is_uuid: 'must be a UUID',
  is_language: 'must be a language tag such as en or hu-HU',
  is_money: 'must be an amount in plain decimal text, such as 50.00',
  is_currency: 'must be the code of a currency of ISO 4217, such as EUR',
  is_url: 'must be a web address such as https://hooks.example.org/amends',
  is_boolean: 'must be true or false',
  is_integer: 'must be a whole number',
  is_number: 'must be a number',
  decimals: 'has too many decimals',
  min: 'is too small, or too early',
  max: 'is too large, or too late',
  max_items: 'has too many items',
  unique_items: 'has an item twice',
  overlaps: 'overlaps another',
  pattern: 'is not of the documented form',
  bad_characters: 'has characters that text cannot hold (NUL or half of a surrogate pair)',
  max_depth: 'is nested too deeply',
  max_keys: 'has too many keys',
  is_json: 'is not JSON',
  is_utf8: 'is not UTF-8',
  is_form: 'is no multipart/form-data, or ends before it is over',
  not_found: 'names nothing that exists',
  not_applicable: 'does not apply here',
  bad_cursor: 'is not a cursor of this list',
  is_template: 'is not a template that letters can be written by',
  unknown_tag: 'has a tag that templates do not have',
  unknown_filter: 'has a filter that templates do not have',
  unknown_variable: 'names a variable that this kind of letter does not have',
  missing_variable: 'could leave out what this kind of letter has to say',
  contact_required: 'needs a name and one of email, phone, address',
} as const;

export type InputCode = keyof typeof INPUT_CODES;

/** Something the case lacks before an action is possible. `ids` name what is in the way. */
export interface Unmet {
  code: string;
  detail: string;
  ids?: string[];
}

/** The one way to say no: thrown anywhere, answered as RFC 9457 problem+json. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    /** Members of the problem beside the standard ones: `errors`, `unmet`, `state`, `currentVersion`, `existing`. */
    readonly members: Record<string, unknown> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

export function invalid(errors: InputError[]): Refusal {
  const count = errors.length === 1 ? 'One thing is' : `${errors.length} things are`;
  return new Refusal('validation_failed', `${count} wrong with the request.`, { errors });
}

/** One error of the body, with the code's own words unless others are given. */
export function inputError(pointer: string, code: InputCode, detail: string = INPUT_CODES[code]): InputError {
  return { pointer, code, detail };
}

export function notFound(): Refusal {
  return new Refusal('not_found', 'There is nothing here, or nothing that you may see.');
}

/** 409 with everything that is missing, in the order of precedence; `state_not_allowed` stands alone. */
export function actionRefused(action: string, unmet: Unmet[], state: string): Refusal {
  const things = unmet.length === 1 ? '1 more thing' : `${unmet.length} more things`;
  return new Refusal('action_refused', `${action} needs ${things}`, { unmet, state });
}

/** 409 where the state alone is in the way. `detail` says in which states it is possible. */
export function stateNotAllowed(action: string, detail: string, state: string): Refusal {
  return actionRefused(action, [{ code: 'state_not_allowed', detail: `${detail}; this is ${state}` }], state);
}
