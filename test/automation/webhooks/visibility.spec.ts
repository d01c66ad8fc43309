import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { expectAnswer } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';
import { Target } from '../../platform/outbound/target.js';
import { eventsOf, Hooks } from './hooks.js';

const app = useTestApp({ webhooks: true, env: { INSECURE_OUTBOUND_HOSTS: '127.0.0.1' } });
let target: Target;
let hooks: Hooks;
beforeAll(async () => {
  target = await Target.start();
  hooks = new Hooks(app, target);
});
afterEach(() => hooks.clear());
afterAll(() => target.close());

describe('a webhook', () => {
  it('leaves out internal notes of complaints about somebody who works here', async () => {
    const { id } = await hooks.create({ types: ['message.noted'] });
    const about = await app.make.receive({ complainedAboutUserIds: [await app.idOf('ben')] });
    const other = await app.make.receive();
    for (const made of [about, other]) {
      const init = {
        params: { path: { id: made.id } },
        body: { audience: 'internal', body: 'A note.' } as const,
      };
      await expectAnswer(201, app.as('sam').client.POST('/v1/complaints/{id}/messages', init));
    }
    await eventually(async () => {
      const states = (await hooks.deliveries(id)).map(({ state }) => state);
      expect(states).toEqual(['delivered', 'withheld']);
    });
    expect(eventsOf(target)).toMatchObject([{ data: { complaintId: other.id } }]);
  });

  it('leaves out what was noted on a link where either complaint is about somebody who works here', async () => {
    await hooks.create({ types: ['link.added'] });
    const about = await app.make.receive({ complainedAboutUserIds: [await app.idOf('ben')] });
    const [one, other] = [await app.make.receive(), await app.make.receive()];
    for (const complaintId of [about.id, other.id]) {
      const body = { type: 'related', complaintId, note: 'It broke like the first.' } as const;
      const init = { params: { path: { id: one.id } }, body };
      await expectAnswer(201, app.as('sam').client.POST('/v1/complaints/{id}/links', init));
    }
    await eventually(() => {
      const notes = eventsOf(target).map(({ data }) => [data.complaintId, data.data.note]);
      expect(notes.filter(([id]) => id === one.id)).toEqual([
        [one.id, null],
        [one.id, 'It broke like the first.'],
      ]);
      expect(notes.filter(([id]) => id === about.id)).toEqual([[about.id, null]]);
      expect(notes.filter(([id]) => id === other.id)).toEqual([[other.id, 'It broke like the first.']]);
    });
  });
});
