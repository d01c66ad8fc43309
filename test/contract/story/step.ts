import type { ProblemCode } from '../../../src/kernel/refusal.js';
import type { TestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';

/**
 * One call of the story that the examples of the document are recorded from. `{bed.id}` in any text stands for what an
 * earlier answer was kept as; times are those of the story.
 */
export interface Step {
  operation: string;
  /** What happens, in a sentence: the summary of the example. */
  says: string;
  /** One of the cast, `nobody`, or the token that an earlier answer holds: `{receipt.trackingToken}`. */
  as: CastName | 'nobody' | `{${string}}`;
  params?: Record<string, string>;
  query?: Record<string, string | number | boolean | string[]>;
  headers?: Record<string, string>;
  body?: unknown;
  /** Sent as a form with files; goes instead of a body. */
  form?: Form;
  /** When it happens; a minute after the step before where nothing is said. */
  at?: string;
  /** Keeps the answer under this name. */
  keep?: string;
  /** What happens before it that nobody asks of the API. */
  meanwhile?: (app: TestApp) => Promise<void>;
  /** What of the answer is kept; all of it where nothing is said. */
  keeps?: (body: unknown) => unknown;
  /** What the example is called; the operation where nothing is said. */
  name?: string;
  /** The problem that is answered; the example is called so. */
  refused?: ProblemCode;
  /** Part of the story, but no example. */
  quiet?: true;
  /** So many times; the last answer counts. */
  times?: number;
  /** What is shown of an answer that is too long to be shown whole. */
  shows?: (body: unknown) => unknown;
}

/** Files and texts. A content can be sent over and over, to become a large one. */
export interface Form {
  file: { name: string; type: string; content: string; repeat?: number }[];
  description?: string;
}

/** The first lines of a text. */
export function firstLines(count: number): (body: unknown) => unknown {
  return (body) =>
    String(body)
      .split('\n')
      .slice(0, count)
      .map((line) => `${line}\n`)
      .join('');
}
