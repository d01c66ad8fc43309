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

/** Answers a write with the resource as it stands after it. @param read reads the resource by its id */
export async function answerWritten<Id>(
  write: Promise<{ id: Id; location: string | null; replayed: boolean }>,
  read: (id: Id) => Promise<object & { version: number }>,
): Promise<Answer> {
  const { id, location, replayed } = await write;
  const resource = await read(id);
  return answer(resource, { version: resource.version, location, replayed });
}
