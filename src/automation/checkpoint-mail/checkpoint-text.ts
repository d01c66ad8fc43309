import type { ReadDataOf } from '../../audit/entry-catalogue.js';

/** What the auditor is told of a check, with the checkpoint as it was signed. */
export function checkpointText(
  at: string,
  { entries, findings, firstCode, firstPosition, checkpoint }: ReadDataOf<'log.checked'>,
  publicUrl: string,
): { subject: string; text: string } {
  const outcome = findings === 0 ? 'nothing is wrong' : `${findings} findings`;
  const first = firstPosition === null ? firstCode : `${firstCode} at position ${firstPosition}`;
  const text = [
    `The log of ${publicUrl} was checked at ${at}. It has ${entries} entries; ${outcome}.`,
    ...(findings === 0 ? [] : [`The first finding is ${first}. npm run verify-log names all of them.`]),
    ...(checkpoint === null ? ['Nothing of it was signed yet.'] : [KEEP, checkpoint.trimEnd()]),
  ].join('\n\n');
  return { subject: `The log on ${at.slice(0, 10)}: ${entries} entries, ${outcome}`, text };
}

const KEEP =
  'Keep this mail. What follows was signed: saved as a file, npm run verify-log -- --checkpoint FILE holds the log ' +
  'against it, and finds whatever was taken away or written anew since.';
