import { expect, it } from '@jest/globals';
import { Attachments } from '../complaints/attachments/attachments.js';
import { useTestApp } from '../support/app.js';
import { erasures } from './erasures.js';

const app = useTestApp();
const files = new Attachments(app);
const { erase, withdraw } = erasures(app);

it('erasing a complaint deletes its files, and leaves of each what it was', async () => {
  const [made, other] = [await app.make.complaint(), await app.make.complaint()];
  const letter = { content: 'A letter.', name: 'letter.txt' };
  const gone = await files.made(made, letter, { description: 'Of Marta.' });
  await files.made(other, letter);
  await withdraw(made);
  await erase({ complaintId: made.id });
  await app.settle();
  expect(await files.stored()).toHaveLength(1);
  const { sha256, size, type } = gone;
  const left = { sha256, size, type, from: 'staff', addedBy: { name: 'Anna Agent' } };
  const erased = { name: null, description: null, declaredType: null, contentUrl: null };
  expect(await files.list(made)).toMatchObject([{ ...left, ...erased, removedAt: expect.any(String) }]);
  expect((await files.content(made, gone)).status).toBe(404);
  expect((await files.linked(gone)).status).toBe(404);
  const [kept] = await files.list(other);
  expect((await files.content(other, kept ?? { id: '' })).body).toBe('A letter.');
});
