import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Complaint, List } from '../support/resources.js';
import { attempt } from './steps.js';

const app = useTestApp();

const find = async (q: string) => {
  const path = `/v1/complaints?q=${encodeURIComponent(q)}`;
  return expectStatus(200, await app.as('anna').get<List<Complaint>>(path)).items.map(({ id }) => id);
};

describe('a question', () => {
  it('finds words of subject, description and name, whatever their accents and case', async () => {
    const { id } = await app.make.receive({
      subject: 'Törött ÁGYLÁB',
      description: 'Die Straße war gesperrt.',
      complainant: { name: 'Łucja Ørsted', phone: '1' },
    });
    for (const q of [
      'torott',
      'TÖRÖTT',
      'agylab torott',
      'strasse',
      'Straße gesperrt',
      'lucja orsted',
      'Ørsted!',
    ])
      expect([q, await find(q)]).toEqual([q, [id]]);
    for (const q of ['torottt', 'torott nowhere', '?!', 'strass'])
      expect([q, await find(q)]).toEqual([q, []]);
  });

  it('finds a reference however it was typed', async () => {
    const { id, complaint } = await app.make.receive();
    const { reference } = complaint;
    for (const q of [
      reference,
      reference.toLowerCase(),
      reference.replaceAll('-', ''),
      ` ${reference.replaceAll('-', ' ')}`,
    ])
      expect(await find(q)).toEqual([id]);
  });

  it('finds facts and messages of either side as soon as they are written', async () => {
    const made = await app.make.receive();
    await app.make.fact(made, { statement: 'The zeppelin landed.' });
    await app.make.message(made, { body: 'We called the aerodrome.' });
    await app.make.byCustomer(made, 'messages', { body: 'It was a hippopotamus.' }, 201);
    expectStatus(
      200,
      await attempt(app, made, 'acknowledge', 'anna', { message: 'Sorry for the xylophone.' }),
    );
    for (const q of ['zeppelin', 'aerodrome', 'hippopotamus', 'xylophone', 'zeppelin hippopotamus'])
      expect([q, await find(q)]).toEqual([q, [made.id]]);
  });

  it('finds internal notes for the house', async () => {
    const made = await app.make.receive();
    await app.make.message(made, { audience: 'internal', body: 'He seems a quarrelmonger.' });
    expect(await find('quarrelmonger')).toEqual([made.id]);
  });

  it('finds the new name and no longer the old one, and all else as before', async () => {
    const made = await app.make.receive({
      subject: 'Kumquat',
      complainant: { name: 'Rumpelstilz', phone: '1' },
    });
    await app.make.fact(made, { statement: 'A gyroscope.' });
    const body = { subject: 'Loquat', complainant: { name: 'Dornröschen' } };
    expectStatus(200, await app.as('anna').patch(`/v1/complaints/${made.id}`, 2, body));
    for (const q of ['loquat', 'dornroschen', 'gyroscope'])
      expect([q, await find(q)]).toEqual([q, [made.id]]);
    for (const q of ['kumquat', 'rumpelstilz']) expect([q, await find(q)]).toEqual([q, []]);
  });

  it('is text, whatever it looks like', async () => {
    for (const q of ["' OR 1=1 --", 'a & b | !c', 'a:*', '<->', '\\', '%', '"', '((', 'x'.repeat(200)]) {
      expect(Array.isArray(await find(q))).toBe(true);
    }
    expect((await app.as('anna').get(`/v1/complaints?q=${'x'.repeat(201)}`)).status).toBe(400);
    expect((await app.as('anna').get('/v1/complaints?q=')).status).toBe(400);
  });
});
