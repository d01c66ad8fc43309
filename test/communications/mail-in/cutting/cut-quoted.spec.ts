import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutQuoted } from '../../../../src/communications/mail-in/cutting/cut-quoted.js';

describe('what is quoted below goes', () => {
  it.each([
    ['English', 'On Fri, Nov 20, 2026 at 10:00 AM Help <help@house.example> wrote:'],
    ['English, in two lines', 'On Fri, Nov 20, 2026 at 10:00 AM Help\n<help@house.example> wrote:'],
    ['German', 'Am 20.11.2026 um 10:00 schrieb Help:'],
    ['German, the other way round', 'Help <help@house.example> schrieb am Fr., 20. Nov. 2026, 10:00:'],
    ['Hungarian', 'Help <help@house.example> ezt írta (időpont: 2026. nov. 20., P, 10:00):'],
    ['Hungarian of Thunderbird', '2026. 11. 20. 10:00 keltezéssel, Help írta:'],
    ['Bulgarian', 'На пт, 20.11.2026 г. в 10:00 Help <help@house.example> написа:'],
    ['French', 'Le ven. 20 nov. 2026 à 10:00, Help <help@house.example> a écrit :'],
    ['Spanish', 'El vie, 20 nov 2026 a las 10:00, Help (<help@house.example>) escribió:'],
    ['Italian', 'Il giorno ven 20 nov 2026 alle ore 10:00 Help <help@house.example> ha scritto:'],
    ['Dutch', 'Op vr 20 nov 2026 om 10:00 schreef Help <help@house.example>:'],
    ['Polish', 'pt., 20 lis 2026 o 10:00 Help <help@house.example> napisał(a):'],
    ['Russian', 'пт, 20 нояб. 2026 г. в 10:00, Help <help@house.example>: написал:'],
  ])('in %s', (_, header) => {
    expect(cutQuoted(`It broke again.\n\n${header}\n\n> We are sorry.\n> Help\n`)).toBe('It broke again.');
    expect(cutQuoted(`It broke again.\n\n${header}\nWe are sorry.\nHelp\n`)).toBe('It broke again.');
  });

  it.each([
    '-----Original Message-----',
    '-----Ursprüngliche Nachricht-----',
    '-----Eredeti üzenet-----',
    '-----Оригинално съобщение-----',
    "-----Message d'origine-----",
    '________________________________\nFrom: Help\nSent: Friday\nTo: Marta\nSubject: Leg',
    '*From:* Help\n*Date:* Friday\n*Subject:* Leg',
    'Von: Help\nGesendet: Freitag\nAn: Marta\nBetreff: Bein',
    'Feladó: Help\nElküldve: péntek\nCímzett: Marta\nTárgy: Láb',
    'От: Help\nИзпратено: петък\nДо: Marta\nОтносно: Крак',
    'De : Help\nEnvoyé : vendredi\nÀ : Marta\nObjet : Pied',
  ])('below %j', (header) => {
    expect(cutQuoted(`It broke again.\n\n${header}\n\nWe are sorry.`)).toBe('It broke again.');
  });

  it('also without a line that introduces it', () => {
    expect(cutQuoted('It broke again.\n\n> We are sorry.\n>\n> Help')).toBe('It broke again.');
  });
});

describe('what somebody wrote stays', () => {
  const HEADER = 'On Fri, Nov 20, 2026 at 10:00 AM Help <help@house.example> wrote:';

  it('below what they quote', () => {
    expect(cutQuoted(`${HEADER}\n> When did it break?\n\nOn Monday.`)).toBe('On Monday.');
  });

  it('between what they quote, with that', () => {
    const text = `Hello,\n\n${HEADER}\n> When did it break?\nOn Monday.\n> And how?\nIn two.`;
    expect(cutQuoted(`${text}\n\n> Help`)).toBe(text);
  });

  it('where they tell what somebody wrote', () => {
    const text = 'On 5 May your agent wrote:\nWe pay 300 euros.\n\nFrom: the shop\nNothing came of it.';
    expect(cutQuoted(text)).toBe(text);
  });

  it('where they pass on a message', () => {
    const text = 'See what I got.\n\nFrom: Help\nSent: Friday\nTo: Marta\nSubject: Leg\n\nWe do not pay.';
    expect(cutQuoted(text, 'FW: Leg')).toBe(text);
    expect(cutQuoted(text, 'Re: Leg')).toBe('See what I got.');
  });

  it.each([
    '> We are sorry.',
    '-- \nMarta',
    HEADER,
    '-----Original Message-----\nWe are sorry.',
    'Sent from my iPhone',
  ])('where nothing else is there: %j', (text) => {
    expect(cutQuoted(text)).toBe(text.trim());
  });
});

describe('the signature goes', () => {
  it('below its mark', () => {
    expect(cutQuoted('It broke.\n\n-- \nMarta Kis\n+36 1 234 5678')).toBe('It broke.');
  });

  it('but not where more than a signature stands below', () => {
    const text = `It broke.\n--\n${'And this happened.\n'.repeat(20)}`.trim();
    expect(cutQuoted(text)).toBe(text);
  });

  it.each([
    'Sent from my iPhone',
    'Von meinem iPhone gesendet',
    'Envoyé de mon iPhone',
    'Изпратено от моя Samsung',
  ])('of a telephone: %s', (line) => {
    expect(cutQuoted(`It broke.\n\n${line}`)).toBe('It broke.');
  });

  it('but not a last line that begins like it', () => {
    const text = 'Rechnung anbei.\n\nVon meinem Konto wurden 50 Euro abgebucht.';
    expect(cutQuoted(text)).toBe(text);
  });
});

it('whatever the text is, no word is made up and not every one is lost', () => {
  const line = fc.constantFrom(
    '> a',
    '',
    '-- ',
    'From: x',
    'To: y',
    'Date: z',
    'words',
    'on 10:00 he wrote:',
    '--',
    '___',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n');
      const cut = cutQuoted(text);
      expect(text).toContain(cut);
      expect(cut === '').toBe(text.trim() === '');
    }),
  );
});
