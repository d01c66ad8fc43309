import type { ProblemCode } from '../../../kernel/refusal.js';

/** What each problem means and what a caller does about it: the text of its page. */
export const PROBLEM_MEANINGS: Record<ProblemCode, string> = {
  unauthenticated:
    'The request carries no token, or one that is unknown, expired or ended. Sign in, or renew the ' +
    'session, and send the new access token as `Authorization: Bearer`. A bad token is refused on public ' +
    'operations too.',
  invalid_credentials:
    'The sign-in failed. The answer is the same whether the address is unknown, the password wrong, or ' +
    'the account disabled.',
  forbidden:
    'You are known, but no role of yours may do this. The operation names the permission that it needs.',
  too_large: 'A body may have at most 100,000 bytes; in a form with files, a file 20,000,000.',
  unsupported_media_type:
    'A body must be `application/json` in UTF-8, without Content-Encoding; a PATCH may also be ' +
    '`application/merge-patch+json`. Files are sent as `multipart/form-data`.',
  validation_failed:
    'Something is wrong with the body, the query or a header. `errors` names everything at once, each ' +
    'with a pointer or parameter and a code.',
  bad_request: 'The request is not HTTP that this service understands.',
  if_match_required:
    'This change must say which version it is made from: send `If-Match` with the `ETag` of what you have ' +
    'read.',
  idempotency_in_progress:
    'A request with this `Idempotency-Key` is still running. Send the same again after `Retry-After` ' +
    'seconds.',
  idempotency_key_reused:
    'This `Idempotency-Key` was used for another body. A key stands for one request; take a new one.',
  not_found: 'There is nothing here, or nothing that you may see. The two cannot be told apart.',
  method_not_allowed: 'The path exists, but not with this method. `Allow` lists those that it has.',
  version_mismatch:
    'The resource has changed since you read it. `currentVersion` is its version now: read it again, and ' +
    'decide again.',
  action_refused:
    'The state of the case, or something it lacks, does not allow this. `unmet` lists everything that is ' +
    'missing, `state` the state.',
  external_id_taken:
    'There is a complaint with this `externalId` already; `existing` names it. An external id is not ' +
    'free again before everything personal of its complaint is erased.',
  email_taken: 'There is a user with this email address already.',
  calendar_in_use:
    'Standards count their times by this calendar, or contact points are open by it; `standards` and ' +
    '`contactPoints` name them. Give them another calendar first.',
  rank_taken:
    'Another standard has this rank, in use or not. The order in which standards are asked leaves no tie.',
  name_taken:
    'There is another one with this name, without regard to case: among all teams, or among the causes or ' +
    'categories below the same parent. Retired ones keep their name.',
  code_taken:
    'Another legal entity, brand or branch has this code, without regard to case. Retired ones keep their code.',
  own_authority:
    'This raises what the caller may grant alone, by their name or by a role that they have. Another ' +
    'administrator has to do it; where there is none it is done, and the entry says `alone`.',
  infected: 'A scanner found malware in this file. It is kept and given to nobody.',
  proof_pending:
    'No signed checkpoint covers the entry yet. That takes two seconds at most; where it takes longer, the process ' +
    'that signs does not run, or `conditions` of its `GET /health/ready` say why it does not sign.',
  rate_limited: 'There were too many requests. Wait for `Retry-After` seconds.',
  headers_too_large: 'The headers of the request are larger than 16 kB.',
  internal_error:
    'A fault of ours. The logs have it under the `requestId`; tell it to whoever runs the service.',
  unavailable:
    'The service is busy, starting or stopping. Nothing was changed; try again after `Retry-After` seconds.',
};
