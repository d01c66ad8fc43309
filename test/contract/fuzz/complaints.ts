import { STATES } from '../../../src/complaints/complaint.states.js';
import type { TestApp } from '../../support/app.js';
import type { Placed } from '../../support/document.js';
import type { Made, Reachable } from '../../support/make.js';
import type { World } from './world.js';

/** One in every state, and some that wait for something, as people would have brought them there. */
export async function makeComplaints(app: TestApp, world: World, placed: readonly Placed[]): Promise<void> {
  const { make } = app;
  const inEveryState: Made[] = [];
  for (const state of Object.keys(STATES) as Reachable[]) inEveryState.push(await make.complaint(state));
  const withFact = await make.complaint('acknowledged');
  await make.fact(withFact);
  const heardFrom = await make.complaint('in_progress');
  await make.byCustomer(heardFrom, 'messages', { body: 'The other leg wobbles too.' }, 201);
  await make.callback(heardFrom);
  const byLetter = await make.complaint('acknowledged', { answerVia: 'letter' });
  for (const { id, trackingToken } of [...inEveryState, withFact, heardFrom, byLetter]) {
    world.learnPath(`/v1/complaints/${id}`);
    world.trackingTokens.push(trackingToken);
    await lookAround(app, world, placed, id);
  }
  for (const name of ['anna', 'sam'] as const) world.people.push(await app.idOf(name));
}

/** Learns of all that a complaint has, and of what is possible with it. */
async function lookAround(app: TestApp, world: World, placed: readonly Placed[], id: string): Promise<void> {
  const lists = placed.filter(
    ({ method, path }) => method === 'GET' && /^\/v1\/complaints\/\{id\}(\/[a-z]+)?$/.test(path),
  );
  for (const list of lists) {
    const path = list.path.replace('{id}', id);
    world.learn(list, path, await app.as('anna').get(path));
  }
}
