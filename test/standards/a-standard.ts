import { BUILT_IN } from '../../src/standards/built-in.js';
import type { Standard, StandardPromise } from '../../src/standards/standard.js';

/** A standard as the API shows it. */
export interface Shown extends Standard {
  active: boolean;
  default: boolean;
  createdAt: string;
  updatedAt: string;
}

let ranks = 0;

/** A body that makes a standard, with a rank that no other of this file has. */
export function standardBody(changes: Record<string, unknown> = {}) {
  ranks += 1;
  return { name: 'Gold customers', rank: ranks, promises: promises(), ...changes };
}

/** The promises of the built-in standard, one of them otherwise. */
export function promises(kind?: string, changes: Partial<StandardPromise> = {}): StandardPromise[] {
  return BUILT_IN.promises.map((promise) => (promise.kind === kind ? { ...promise, ...changes } : promise));
}

/** `/pointer code` of each thing that is wrong. */
export function wrongs(body: unknown): string[] {
  const { errors } = body as { errors: { pointer: string; code: string }[] };
  return errors.map(({ pointer, code }) => `${pointer} ${code}`).sort();
}
