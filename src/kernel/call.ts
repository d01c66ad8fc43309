import { type Actor, system } from './actor.js';
import { newId } from './identifiers.js';

/** What a caller asked of a write beside the body: who, under which request, and on which conditions. */
export interface Call {
  actor: Actor;
  /** Goes into every entry that the call writes. */
  requestId: string;
  /** The raw `If-Match` header, or null. */
  ifMatch: string | null;
  /** Null where no `Idempotency-Key` was sent. */
  idempotency: Idempotency | null;
  /** Set by the door where nothing was changed: what the call is answered with was only read. */
  unchanged?: boolean;
}

export interface Idempotency {
  key: string;
  /** Method and concrete path, for example `POST /v1/complaints`. */
  route: string;
  /** Keyed digest of the body's canonical JSON: a plain digest would let a stolen row be guessed back to its body. */
  bodyDigest: string;
  /** The status of a success, remembered for the replay. */
  status: number;
}

/** A call that no request made: a job, a subscription, the start of the program. */
export function systemCall(job: string): Call {
  return { actor: system(job), requestId: newId(), ifMatch: null, idempotency: null };
}
