import { describe, expect, it } from '@jest/globals';
import { type Node, treeOf } from '../knowledge/trees/nodes.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Complaint, List, Problem } from '../support/resources.js';
import { errors, timeline } from './steps.js';

const app = useTestApp();
const NOWHERE = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
const categories = treeOf(app, 'categories');
const causes = treeOf(app, 'causes');
const SAID = { channel: 'phone', description: 'The leg is broken.', answerVia: 'tracking' };

const patch = (id: string, version: number, body: object) =>
  app.as('anna').patch<Complaint & Problem>(`/v1/complaints/${id}`, version, body);

describe('the category of a complaint', () => {
  it('is one that exists, at receipt and later', async () => {
    const [root, inner] = (await categories.chain('Furniture', 'Beds')) as [Node, Node];
    const made = await app.make.receive({ categoryId: inner.id });
    expect(made.complaint.categoryId).toBe(inner.id);
    const [received] = await timeline(app, made);
    expect(received?.data).toMatchObject({ categoryId: inner.id });
    const changed = expectStatus(200, await patch(made.id, 1, { categoryId: root.id }));
    expect(changed).toMatchObject({ categoryId: root.id, version: 2 });
    const list = await app.as('anna').get<List<Complaint>>(`/v1/complaints?categoryId=${root.id}`);
    expect(list.body.items.map(({ id }) => id)).toEqual([made.id]);
    expect(expectStatus(200, await patch(made.id, 2, { categoryId: null })).categoryId).toBeNull();
    expect(errors(await patch(made.id, 3, { categoryId: NOWHERE }))).toEqual(['/categoryId not_found']);
  });

  it('stays when it is retired, but is not chosen any more, nor is what stands below it', async () => {
    const [root, inner] = (await categories.chain('Lamps', 'Desk lamps')) as [Node, Node];
    const made = await app.make.receive({ categoryId: inner.id });
    await categories.change(root, { retired: true });
    expect((await app.make.read(made)).categoryId).toBe(inner.id);
    for (const categoryId of [root.id, inner.id]) {
      const answer = await app.as('anna').post<Problem>('/v1/complaints', { ...SAID, categoryId });
      expect(errors(answer)).toEqual(['/categoryId not_applicable']);
    }
    expect(errors(await patch(made.id, 1, { categoryId: root.id }))).toEqual(['/categoryId not_applicable']);
    const same = await patch(made.id, 1, { categoryId: inner.id, subject: 'Dark lamp' });
    expect(expectStatus(200, same)).toMatchObject({ categoryId: inner.id, subject: 'Dark lamp' });
    await categories.change(await categories.read(root), { retired: false });
    expectStatus(201, await app.as('anna').post('/v1/complaints', { ...SAID, categoryId: inner.id }));
  });
});

describe('the root cause of a decision', () => {
  it('is a cause that can be chosen', async () => {
    const [root, inner] = (await causes.chain('Delivery', 'Packaging')) as [Node, Node];
    const made = await app.make.complaint('in_progress');
    const decide = (causeId: string) =>
      app.as('anna').post<Complaint & Problem>(`/v1/complaints/${made.id}/actions/resolve`, {
        outcome: 'upheld',
        explanation: 'The leg broke on our way to you.',
        rootCause: { causeId, text: 'Packed without corner guards.' },
      });
    expect(errors(await decide(NOWHERE))).toEqual(['/rootCause/causeId not_found']);
    const retired = await causes.change(root, { retired: true });
    expect(errors(await decide(inner.id))).toEqual(['/rootCause/causeId not_applicable']);
    await causes.change(retired, { retired: false });
    const resolved = expectStatus(200, await decide(inner.id));
    expect(resolved.resolution?.rootCause?.causeId).toBe(inner.id);
    await causes.change(inner, { retired: true });
    expect((await app.make.read(made)).resolution?.rootCause?.causeId).toBe(inner.id);
  });
});
