import type { Ids } from './databases.js';
import { THINGS } from './house.js';
import { load } from './load.js';
import type { Operation } from './operations.js';
import type { Program } from './program.js';
import type { Figures, Round } from './report.js';

/** Rounds that count, after one that only warms up. */
export const ROUNDS = 5;
/** The tool that asks measures whole seconds. */
const SECONDS = 1;

/** By turns: what disturbs the machine then disturbs both. */
export async function measureAll(
  operations: readonly Operation[],
  program: Program,
  bare: Program,
  { authorization, ids }: { authorization: string; ids: Ids },
): Promise<Figures[]> {
  const figures = operations.map((operation): Figures => ({ operation, ours: [], bare: [] }));
  const about = new Abouts(ids);
  for (let round = 0; round <= ROUNDS; round += 1) {
    process.stderr.write(round === 0 ? 'warming up\n' : `round ${round} of ${ROUNDS}\n`);
    for (const { operation, ours, bare: theirs } of figures) {
      const a = await measure(program, operation, { authorization }, () =>
        operation.path(about.next('ours', operation)),
      );
      const b = await measure(
        bare,
        operation,
        {},
        () => `/${operation.name}/${about.next('bare', operation)}`,
      );
      if (round === 0) continue;
      ours.push(a);
      theirs.push(b);
    }
  }
  return figures;
}

export async function measure(
  server: Program,
  { method, body }: Operation,
  headers: Record<string, string>,
  nextPath: () => string,
): Promise<Round> {
  const before = await server.processorTime();
  const result = await load({ baseUrl: server.baseUrl, method, headers, body, nextPath, seconds: SECONDS });
  const after = await server.processorTime();
  return {
    ...result,
    processorTime: before === null || after === null ? null : (after - before) / result.answers,
  };
}

/** What is asked about, by turns; each server goes through the same list. */
export class Abouts {
  private readonly used = new Map<string, number>();

  constructor(private readonly ids: Ids) {}

  next(server: string, { about }: Operation): string {
    if (about === 'nothing') return '';
    const list = about === 'word' ? THINGS : this.ids[about];
    const key = `${server} ${about}`;
    const used = this.used.get(key) ?? 0;
    this.used.set(key, used + 1);
    if (about === 'waiting' && used >= list.length) throw new Error('all complaints are acknowledged');
    return list[used % list.length] ?? '';
  }
}
