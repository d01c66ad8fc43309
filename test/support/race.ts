/** How often each answer was given, by a word that tells the answers apart. */
export type Tally = Record<string, number>;

/**
 * Runs n calls at once, each on a connection of its own as over HTTP, and counts their answers:
 * `race(8, () => anna.post(…))` → `{ '200': 1, '409 action_refused': 7 }`.
 */
export async function race(n: number, call: (index: number) => Promise<Answered>): Promise<Tally> {
  const answers = await Promise.all(Array.from({ length: n }, (_, index) => call(index)));
  const tally: Tally = {};
  for (const answer of answers) {
    const word = wordOf(answer);
    tally[word] = (tally[word] ?? 0) + 1;
  }
  return tally;
}

interface Answered {
  status: number;
  body: unknown;
}

function wordOf({ status, body }: Answered): string {
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
  return `${status} ${code}`.trim();
}
