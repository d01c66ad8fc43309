/** Something in the evidence that does not hold: half a sentence, without its full stop. */
export class Flaw extends Error {}

/** @throws Flaw with what went wrong in `work`, after what it was about */
export function orFlaw<T>(about: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Flaw) throw error;
    throw new Flaw(`${about}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
