import type { Example } from '../../src/platform/openapi/examples/examples.js';

/**
 * What the program answers otherwise than the examples say, in sentences that name example and place; empty where they
 * are true. A value is compared by its JSON, because that is what is sent.
 */
export function differences(recorded: readonly Example[], committed: readonly Example[]): string[] {
  const [now, before] = [byName(recorded), byName(committed)];
  return [
    ...[...before.keys()].filter((name) => !now.has(name)).map((name) => `${name} is not in the story`),
    ...[...now].flatMap(([name, example]) => {
      const known = before.get(name);
      return known ? changes(name, example, known) : [`${name} is not among the examples`];
    }),
  ];
}

function byName(examples: readonly Example[]): Map<string, Example> {
  return new Map(examples.map((one) => [`${one.operation} ${one.name}`, one]));
}

/** Where two values differ, as paths. */
function changes(path: string, now: unknown, before: unknown): string[] {
  if (JSON.stringify(now) === JSON.stringify(before)) return [];
  if (!isObject(now) || !isObject(before)) {
    return [`${path} is ${shown(now)}, not ${shown(before)}`];
  }
  const names = [...new Set([...Object.keys(now), ...Object.keys(before)])];
  const inside = names.flatMap((name) => changes(`${path}/${name}`, now[name], before[name]));
  return inside.length > 0 ? inside : [`${path} has its members in another order`];
}

function shown(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
