import { describe, expect, it } from '@jest/globals';
import { type Answer, expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Problem } from '../../support/resources.js';
import { errors, messages, promise } from '../steps.js';
import { writtenOut } from '../written-out.js';

const app = useTestApp();

describe('a preview', () => {
  const preview = (body: object) =>
    app.as('ada').post<{ subject: string | null; body: string }>('/v1/templates/preview', body);
  const owner = {
    kind: 'owner_named',
    language: 'en',
    subject: '{{ reference }}: {{ ownerName }}',
    body: '{{ message }} {{ ownerName }} {{ ownerContact }} {{ plan }}',
  };

  it('shows examples, or the names and dates of a complaint', async () => {
    expect(expectStatus(200, await preview(owner)).subject).toMatch(/^7KQ-M3X-W94: Anna Agent$/);
    const made = await app.make.complaint('in_progress');
    const shown = expectStatus(200, await preview({ ...owner, complaintId: made.id }));
    expect(shown.subject).toContain(made.complaint.reference);
    expect(shown.body).toContain(made.complaint.owner?.name);
    const part = { kind: 'planned_action', language: 'de', body: '{{ what }} bis {{ dueBy }}' };
    expect(expectStatus(200, await preview(part))).toEqual({
      subject: null,
      body: 'Send a new leg bis 7. Dezember 2026',
    });
  });

  it('refuses what could not be published, and a complaint that is not there', async () => {
    const missing = { ...owner, complaintId: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' };
    expect(errors((await preview(missing)) as unknown as Answer<Problem>)).toEqual([
      '/complaintId not_found',
    ]);
    const undone = { ...owner, body: '{{ message }}' };
    expect(errors((await preview(undone)) as unknown as Answer<Problem>)).toHaveLength(3);
  });
});

describe('a letter', () => {
  it('has the words of staff and customers as they were typed, in every language', async () => {
    const words = '{{ reference }} {% if x %} {{ \u0027a\u0027 | upcase }}';
    for (const language of ['bg', 'hu', 'pt-BR']) {
      const made = await app.make.complaint('acknowledged', { language });
      const { id } = await app.make.message(made, { body: words });
      const letter = (await messages(app, made)).find((message) => message.id === id);
      expect(letter?.body).toContain(words);
      expect(letter?.template?.language).toBe(language === 'pt-BR' ? 'en' : language);
    }
  });

  it('that acknowledges names the date of the decision', async () => {
    const made = await app.make.complaint('acknowledged');
    const [letter] = await messages(app, made);
    expect(letter?.body).toContain(writtenOut((await promise(app, made, 'resolve')).dueAt));
  });

  it('of a decision tells routes and dates in the language of the customer', async () => {
    const made = await app.make.complaint('resolved', { language: 'hu-HU' });
    const written = await messages(app, made);
    const decision = written.find(({ kind }) => kind === 'decision');
    expect(decision?.body).toMatch(/Eddig teheti meg: 20\d\d\. [a-zá-ű]+ \d+\. Ha nem elégedett/);
    const first = written.find(({ kind }) => kind === 'acknowledgement');
    expect(first?.body).toMatch(/A döntésünket legkésőbb ekkor megkapja: 20\d\d\. [a-zá-ű]+ \d+\.$/);
    expect(first?.subject).toContain(made.complaint.reference);
  });
});
