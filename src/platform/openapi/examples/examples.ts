import { readFileSync } from 'node:fs';
import type { ProblemCode } from '../../../kernel/refusal.js';

/** A call that was really made and what was really answered, with ids, times and secrets replaced by fixed ones. */
export interface Example {
  operation: string;
  /** What it is called among the examples of its operation. */
  name: string;
  /** What happens, in a sentence. */
  summary: string;
  request: {
    params?: Record<string, string>;
    query?: Record<string, unknown>;
    headers?: Record<string, string>;
    body?: unknown;
  };
  answer: {
    status: number;
    /** The media type; absent where there is no content. */
    type?: string;
    headers?: Record<string, string>;
    body?: unknown;
  };
}

/** An example as the document writes it. */
export interface NamedExample {
  summary: string;
  value: unknown;
}

/** The examples of the document. They are recorded by a test that runs them against the program; none is made up. */
export class Examples {
  constructor(private readonly all: readonly Example[]) {}

  /** Bodies that the operation took, by name. */
  requests(operation: string): Record<string, NamedExample> {
    return named(
      this.taken(operation).filter(({ request }) => request.body !== undefined),
      ({ request }) => request.body,
    );
  }

  /** What the operation answered to them. */
  answers(operation: string): Record<string, NamedExample> {
    return named(
      this.taken(operation).filter(({ answer }) => answer.body !== undefined),
      ({ answer }) => answer.body,
    );
  }

  /** The first value that was sent as this parameter. */
  parameter(operation: string, place: 'params' | 'query', name: string): unknown {
    return this.taken(operation)
      .map(({ request }) => request[place]?.[name])
      .find((value) => value !== undefined);
  }

  /** A refusal that this operation really answered; null where none was recorded. */
  refusal(operation: string, code: ProblemCode): NamedExample | null {
    return shown(this.refused(code).find((one) => one.operation === operation));
  }

  /** The same of another operation, best of one that takes a body where this one does. */
  refusalElsewhere(code: ProblemCode, withBody: boolean): NamedExample | null {
    const refused = this.refused(code);
    const alike = refused.find(({ request }) => (request.body !== undefined) === withBody);
    return shown(alike ?? refused[0]);
  }

  private refused(code: ProblemCode): Example[] {
    return this.all.filter((one) => codeOf(one) === code);
  }

  private taken(operation: string): Example[] {
    return this.all.filter((one) => one.operation === operation && one.answer.status < 300);
  }
}

/** The recorded examples; `test/contract/examples.spec.ts` runs and writes them. */
export function recordedExamples(): Examples {
  const text = readFileSync(new URL('./examples.json', import.meta.url), 'utf8');
  return new Examples(JSON.parse(text) as Example[]);
}

function named(examples: Example[], valueOf: (example: Example) => unknown): Record<string, NamedExample> {
  return Object.fromEntries(
    examples.map((one) => [one.name, { summary: one.summary, value: valueOf(one) }] as const),
  );
}

function shown(example: Example | undefined): NamedExample | null {
  return example ? { summary: example.summary, value: example.answer.body } : null;
}

function codeOf({ answer }: Example): unknown {
  return answer.status >= 400 ? (answer.body as { code?: unknown }).code : undefined;
}
