const camel = new Map<string, string>();
const snake = new Map<string, string>();

/** `due_at` → `dueAt`. The names are those of columns, so the memory of them stays small. */
export function toCamel(column: string): string {
  return remembered(camel, column, () =>
    column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
  );
}

/** `dueAt` → `due_at`. */
export function toSnake(property: string): string {
  return remembered(snake, property, () =>
    property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  );
}

/** A name between double quotes, safe inside a statement. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function remembered(names: Map<string, string>, name: string, make: () => string): string {
  let made = names.get(name);
  if (made === undefined) names.set(name, (made = make()));
  return made;
}
