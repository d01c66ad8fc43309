import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { countedAddress } from '../../../src/communications/mail-out/caps.js';
import { compose } from '../../../src/communications/mail-out/compose.js';
import { newId } from '../../../src/kernel/identifiers.js';

const FROM = { name: 'Őry & Társa', address: 'help@example.org' };
const MAIL = {
  id: newId(),
  to: { name: 'Márta', address: 'marta@example.org' },
  subject: 'Bed',
  text: 'Hello',
  language: 'en',
  replyTo: null,
  before: [],
  automatic: false,
};
const composed = (said: object) => compose({ ...MAIL, ...said }, FROM, 'example.org', new Date(0));

/** Strings that a stranger would try, among others. */
const strange = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\r\n', '\n', 'Bcc: evil@example.net', '<', '>', '"', ','),
    ),
  )
  .map((parts) => parts.join(''));

it('no name and no subject adds a header or a recipient', async () => {
  await fc.assert(
    fc.asyncProperty(strange, strange, async (name, subject) => {
      const { envelope, bytes } = await composed({ to: { name, address: 'marta@example.org' }, subject });
      expect(envelope).toEqual({ from: 'help@example.org', to: ['marta@example.org'] });
      const mail = await simpleParser(bytes);
      expect([...mail.headers.keys(), 'subject'].filter((name) => !HEADERS.includes(name))).toEqual([]);
      expect([mail.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address))).toEqual([
        'marta@example.org',
      ]);
    }),
    { numRuns: 200 },
  );
});

const HEADERS = [
  'content-language',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
];

it('words of any language come through, in text and in HTML', async () => {
  const text = 'Tisztelt Őry Úr!\n\nПривет, мир\nこんにちは <b>&</b>';
  const mail = await simpleParser((await composed({ text, subject: 'Törött ágy ложь' })).bytes);
  expect(mail.text?.trimEnd()).toBe(text);
  expect(mail.subject).toBe('Törött ágy ложь');
  expect(mail.from?.value).toEqual([FROM]);
  expect(mail.html).toContain('<p>Привет, мир<br>こんにちは &lt;b&gt;&amp;&lt;/b&gt;</p>');
});

it('a domain of another script is written as the mail server reads it', async () => {
  const { envelope } = await composed({ to: { name: '', address: 'marta@példa.hu' } });
  expect(envelope.to).toEqual(['marta@xn--plda-bpa.hu']);
});

it('a thread names the first message and the last ten', async () => {
  const before = Array.from({ length: 30 }, () => newId());
  const { bytes } = await composed({ before });
  const { references, inReplyTo } = await simpleParser(bytes);
  const named = [before[0] ?? '', ...before.slice(-10)].map((id) => `<${id}@example.org>`);
  expect(references).toEqual(named);
  expect(inReplyTo).toBe(named.at(-1));
});

it.each([
  ['Marta@Example.org', 'marta@example.org'],
  ['marta+1+2@example.org', 'marta@example.org'],
  ['+@example.org', '+@example.org'],
])('mails to %s are counted as to %s', (address, counted) => {
  expect(countedAddress(address)).toBe(counted);
});
