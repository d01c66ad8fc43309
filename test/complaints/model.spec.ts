import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Made } from '../support/make.js';
import type { Complaint, Problem } from '../support/resources.js';
import { Model, NOUNS, type Step } from './model.js';
import { ago, attempt, type Action, ACTIONS, promises } from './steps.js';

const app = useTestApp();

/** Does a step by Sam; null where there is nothing to do it to. */
async function real(made: Made, step: Step): Promise<Answer<Problem> | null> {
  if ((ACTIONS as readonly string[]).includes(step)) return attempt(app, made, step as Action, 'sam');
  const [sam, path] = [app.as('sam'), `/v1/complaints/${made.id}`];
  const said = { how: 'phone', saidAt: ago(app, 0) };
  if (step === 'write') return sam.post(`${path}/messages`, { audience: 'customer', body: 'News.' });
  if (step === 'note') return sam.post(`${path}/messages`, { audience: 'internal', body: 'Note.' });
  if (step === 'hear from customer')
    return sam.post(`${path}/messages`, { audience: 'customer', direction: 'in', body: 'Well?', said });
  if (step === 'claim') return sam.post(`${path}/facts`, { statement: 'It broke.', source: 'customer' });
  if (step === 'call')
    return sam.post(`${path}/promises`, { kind: 'callback', what: 'Call', dueAt: app.inDays(2) });
  if (step === 'keep call') {
    const call = (await promises(app, made)).findLast(
      ({ kind, state }) => kind === 'callback' && state === 'open',
    );
    return call ? sam.post(`${path}/promises/${call.id}/actions/keep`) : null;
  }
  const { items } = (
    await sam.get<{ items: { id: string; standing: string; version: number }[] }>(`${path}/facts`)
  ).body;
  const claim = items.find(({ standing }) => standing === 'claimed');
  return claim ? sam.patch(`${path}/facts/${claim.id}`, claim.version, { standing: 'confirmed' }) : null;
}

/** A run begins some way along the way forward, and then anything may happen. */
const FORWARD: Step[] = [
  'acknowledge',
  'claim',
  'settle',
  'establish-facts',
  'assign-owner',
  'resolve',
  'accept',
];
const back: Step[] = ['settle', 'write', 'resume', 'resolve', 'dispute', 'reopen'];
const step = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...FORWARD, ...back) },
  { weight: 1, arbitrary: fc.constantFrom<Step[]>(...ACTIONS, ...NOUNS) },
);
const run = fc
  .tuple(fc.nat({ max: FORWARD.length }), fc.array(step, { minLength: 15, maxLength: 35 }))
  .map(([begun, steps]) => [...FORWARD.slice(0, begun), ...steps]);

it('whatever is done in whatever order, a complaint is what the table says', async () => {
  await fc.assert(
    fc.asyncProperty(run, async (steps) => {
      const made = await app.make.complaint();
      const model = new Model();
      let { version } = made.complaint;
      for (const [index, one] of steps.entries()) {
        // What the customer writes to a merged complaint goes to another one.
        if (one === 'hear from customer' && model.state === 'merged') continue;
        const answer = await real(made, one);
        if (!answer) continue;
        const missing = model.take(one);
        const where = `${index} ${one}`;
        expect([where, answer.body.unmet?.map(({ code }) => code) ?? []]).toEqual([where, missing]);
        const now: Complaint = await app.make.read(made);
        version += missing.length === 0 ? 1 : 0;
        const { state, level } = now;
        const open = now.promises.map(({ kind }) => kind).sort();
        const seen = { state, level, open, owned: now.owner !== null, version };
        const { state: expected, level: height, owned } = model;
        const said = {
          state: expected,
          level: height,
          open: [...model.open].sort(),
          owned,
          version: now.version,
        };
        expect([where, seen]).toEqual([where, said]);
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
