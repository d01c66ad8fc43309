import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.js';

/** How an answer that is the same for everybody is marked. */
export interface Published {
  /** The entity tag without its quotes, of the whole answer: `tagOf`. */
  tag: string;
  /** Of the words; the language was found by `Accept-Language` where nothing else was asked for. */
  language: string;
  /** For so long anybody may show a copy without asking again. */
  seconds: number;
}

/** What an answer carries beside the resource. */
export interface AnswerParts {
  /** Of the resource; becomes the `ETag`. */
  version?: number;
  /** Where the resource that was made can be read, for example `/v1/tracking`. */
  location?: string | null;
  /** The write was done before, under the same `Idempotency-Key`. */
  replayed?: boolean;
  /** Where everybody may read it; goes instead of a version. */
  published?: Published;
}

/** What a handler returns where the headers say something too. Made by `answer`. */
export class Answer {
  constructor(
    readonly resource: object | undefined,
    readonly parts: AnswerParts,
  ) {}
}

/** The resource of an answer, with what stands in headers: `ETag`, `Location`, `Idempotent-Replayed`. */
export function answer(resource: object | undefined, parts: AnswerParts): Answer {
  return new Answer(resource, parts);
}

/** What tells one state of a resource from every other: a digest of all that it says. */
export function tagOf(resource: object): string {
  return createHash('sha256').update(canonicalJson(resource)).digest('base64url').slice(0, 22);
}

/** Answers a write with the resource as it stands after it. @param read reads the resource by its id */
export async function answerWritten<Id>(
  write: Promise<{ id: Id; location: string | null; replayed: boolean }>,
  read: (id: Id) => Promise<object & { version: number }>,
): Promise<Answer> {
  const { id, location, replayed } = await write;
  const resource = await read(id);
  return answer(resource, { version: resource.version, location, replayed });
}
