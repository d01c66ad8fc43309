import type { BundleFiles } from './bundle-files.js';

/** Every write on a complaint raises its version by one: a gap is where somebody ought to ask. */
export function versionsOf({ entries, about }: BundleFiles): string {
  const seen = entries.map(({ complaintVersion }) => complaintVersion ?? 0).sort((a, b) => a - b);
  const missing: string[] = [];
  let last = 0;
  for (const version of seen) {
    if (version > last + 2) missing.push(`${last + 1} to ${version - 1}`);
    else if (version > last + 1) missing.push(String(last + 1));
    last = version;
  }
  if (missing.length === 0) return `The versions 1 to ${last} of the complaint each have an entry here.`;
  return (
    `The versions ${missing.join(', ')} of the complaint have no entry here; internal notes that the bundle says ` +
    `were left out: ${about.omitted}.`
  );
}
