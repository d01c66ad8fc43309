import type { Change } from './schema-changes.js';

/**
 * What the changes ask of the version (semver.org): a breaking one raises the first number, before 1.0 the second;
 * anything else that a client can see raises at least the third.
 *
 * @returns what is wrong with the new version, or null.
 */
export function versionFault(before: string, after: string, changes: Change[]): string | null {
  if (changes.length === 0) return null;
  const [old, present] = [numbers(before), numbers(after)];
  const breaking = changes.filter((change) => change.isBreaking);
  const needed = breaking.length === 0 ? [old[0], old[1], old[2] + 1] : nextBreaking(old);
  if (compare(present, needed) >= 0) return null;
  const first = (breaking[0] ?? changes[0]) as Change;
  const kind = breaking.length === 0 ? 'added' : 'breaking';
  const count = breaking.length === 0 ? changes.length : breaking.length;
  const rule = `${count} ${kind} since ${before}, so it is at least ${needed.join('.')}, not ${after}`;
  return `${rule}; ${first.at} ${first.what}`;
}

type Version = [major: number, minor: number, patch: number];

function numbers(version: string): Version {
  const match = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version);
  if (!match) throw new Error(`${version} is no version like 1.2.3`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

function nextBreaking([major, minor]: Version): number[] {
  return major === 0 ? [0, minor + 1, 0] : [major + 1, 0, 0];
}

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
