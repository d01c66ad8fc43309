/** A statement as the program sent it, and what came back. */
export interface RecordedStatement {
  text: string;
  values: unknown[];
  columns: string[];
  rows: unknown[][];
}

/**
 * Where a value of a later run comes from: a piece of text that stays, something of the request, something new, or a
 * cell of an earlier statement's answer.
 */
type Source =
  { text: string } | { from: 'request' } | { from: 'new'; which: number; kind: 'id' | 'reference' } | Cell;

/** A cell of an earlier answer within the same request. */
export interface Cell {
  from: 'answer';
  statement: number;
  row: number;
  column: string;
}

/** A parameter: a value that is always the same, a text put together, a column of an earlier answer, or a list. */
export type Parameter =
  | { constant: unknown }
  | { pieces: Source[] }
  | { cell: Cell }
  | { list: Parameter[] }
  | { column: { statement: number; column: string; most: number } };

/** A statement that can be sent again for another request. */
export interface Step {
  name: string;
  text: string;
  parameters: Parameter[];
}

/** An id, or a complaint's reference. */
const NAMES = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9A-Z]{3}(?:-[0-9A-Z]{3}){2}\b/g;

/**
 * Makes steps of what was recorded of one request, by finding out where each id in a parameter comes from.
 * @param requested what the request names: the id in its path, or the word it looks for
 * @param constant ids that are the same for every request, such as the caller's
 */
export function stepsOf(recorded: RecordedStatement[], requested: string, constant: string[]): Step[] {
  const fresh: string[] = [];
  return recorded.map(({ text, values }, index) => {
    const earlier = recorded.slice(0, index);
    const parameters = values.map((value) => parameterOf(value));
    return { name: `s${index}`, text, parameters };

    function parameterOf(value: unknown): Parameter {
      if (Array.isArray(value)) return listOf(value as unknown[]);
      if (typeof value === 'number') return numberOf(value);
      if (typeof value !== 'string') return { constant: value };
      return { pieces: piecesOf(value) };
    }

    /** The ids of a page that was read just before are one column; any other list is item by item. */
    function listOf(values: unknown[]): Parameter {
      const before = earlier.at(-1);
      const at = before?.columns.indexOf('id') ?? -1;
      const ids = new Set(before?.rows.map((row) => row[at]));
      const isPage = values.length > 1 && at >= 0 && values.every((value) => ids.has(value));
      if (isPage) return { column: { statement: index - 1, column: 'id', most: values.length } };
      return { list: values.map((value) => parameterOf(value)) };
    }

    function numberOf(value: number): Parameter {
      const taken = earlier.findLastIndex(({ text: sql }) => sql.includes('nextval'));
      const cell = taken < 0 ? null : cellOf(value, [earlier[taken]].filter(isThere), taken);
      return cell ? { cell } : { constant: value };
    }

    function piecesOf(value: string): Source[] {
      if (value === requested) return [{ from: 'request' }];
      const pieces: Source[] = [];
      let end = 0;
      for (const match of value.matchAll(NAMES)) {
        pieces.push({ text: value.slice(end, match.index) }, sourceOf(match[0]));
        end = match.index + match[0].length;
      }
      return [...pieces, { text: value.slice(end) }].filter(
        (piece) => !('text' in piece) || piece.text !== '',
      );
    }

    function sourceOf(name: string): Source {
      if (name === requested) return { from: 'request' };
      if (constant.includes(name)) return { text: name };
      const cell = cellOf(name, earlier);
      if (cell) return cell;
      if (!fresh.includes(name)) fresh.push(name);
      return { from: 'new', which: fresh.indexOf(name), kind: name.length === 36 ? 'id' : 'reference' };
    }
  });
}

function cellOf(value: unknown, statements: RecordedStatement[], offset = 0): Cell | null {
  for (const [statement, { rows, columns }] of statements.entries()) {
    for (const [row, cells] of rows.entries()) {
      const at = cells.indexOf(value);
      if (at >= 0) return { from: 'answer', statement: statement + offset, row, column: columns[at] ?? '' };
    }
  }
  return null;
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}
