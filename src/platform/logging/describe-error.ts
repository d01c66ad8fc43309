/** An error as the log may hold it. */
export interface ErrorDescription {
  type: string;
  code?: string;
  /** Absent where it could quote what somebody typed. */
  message?: string;
  /** Where in the code, without the message that a stack begins with. */
  stack?: string;
  /** What PostgreSQL names without quoting values. */
  table?: string;
  constraint?: string;
}

/** Describes an error without the values it may quote: those of the database and of parsers repeat their input. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  const quotes = error instanceof SyntaxError || (typeof code === 'string' && SQLSTATE.test(code));
  return {
    type: error.constructor.name,
    ...text('code', code),
    ...(quotes ? {} : { message: error.message }),
    ...text('stack', framesOf(error.stack ?? '')),
    ...text('table', table),
    ...text('constraint', constraint),
  };
}

/** A stack without the message it begins with. */
export function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
}

const SQLSTATE = /^[0-9A-Z]{5}$/;

function text<N extends string>(name: N, value: unknown): Partial<Record<N, string>> {
  return typeof value === 'string' ? ({ [name]: value } as Partial<Record<N, string>>) : {};
}
