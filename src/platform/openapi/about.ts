import type { SecuritySchemeObject } from '@nestjs/swagger';

const INTRODUCTION = [
  'A complaint-handling backend: every complaint is a chain of promises to a person, kept or made ' +
    'good, and provable afterwards.',
  '**Reading.** Single resources carry their version as `ETag`; lists are `{ items, nextCursor }` ' +
    'with `limit` and `cursor`. Every documented property of an answer is present, null where ' +
    'empty, unless it says otherwise; ' +
    'more may be added.',
  '**Writing.** Send `If-Match` with the `ETag` on a PATCH; `Idempotency-Key` makes it safe to send ' +
    'a POST again. Properties that an operation does not name are refused. An optional property may ' +
    'be null, which is the same as absent, and in a PATCH clears.',
  '**Errors** are `application/problem+json` (RFC 9457) with a stable `code`; `type` is the address ' +
    'of a page about it. A 400 names everything that is wrong at once. The checks come in this order: ' +
    '401, 403, 413, 415, 400, 428, idempotency (409, 422), 404, 412, 409.',
  '**Values.** Ids are UUIDs; times are RFC 3339 in UTC, ending in Z; durations are ISO 8601. ' +
    'Paths in `Location`, `Link` and `href` begin at the address of the server.',
];

/** What the document says about the whole. */
export const ABOUT = {
  title: 'Amends',
  version: '0.1.0',
  license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  description: INTRODUCTION.join('\n\n'),
};

export const SECURITY_SCHEMES: Record<string, SecuritySchemeObject> = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'The access token of somebody who works here, from `POST /v1/sessions`. It is checked as RFC8725 asks: one ' +
      'algorithm, ES256, a key of ours by `kid`, issuer, audience and type.',
  },
  trackingToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'amt_…',
    description:
      'The tracking token of a complainant, from the receipt of the complaint. It opens that complaint only.',
  },
  inboundKey: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'ami_…',
    description:
      'The key of the mail server of the house: `ami_` and what stands in `inbound-mail.key` of KEYS_DIR. It ' +
      'hands in mail, and opens nothing else.',
  },
  streamTicket: {
    type: 'apiKey',
    in: 'query',
    name: 'ticket',
    description: 'From `POST /v1/events/tickets`: opens the stream of events once, within 30 seconds.',
  },
};
