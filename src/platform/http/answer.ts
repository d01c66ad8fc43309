/** What an answer carries beside the resource. */
export interface AnswerParts {
  /** Of the resource; becomes the `ETag`. */
  version?: number;
  /** Where the resource that was made can be read, for example `/v1/tracking`. */
  location?: string | null;
  /** The write was done before, under the same `Idempotency-Key`. */
  replayed?: boolean;
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
