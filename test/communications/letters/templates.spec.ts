import { describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { LetterKind } from '../../../src/communications/letters/kinds.js';
import { ready, Templates } from '../../../src/communications/letters/templates.js';

const about = { reference: 'C-1', complainantName: 'Marta Kis', language: 'en', zone: 'UTC' };
const own = (kind: LetterKind, language: string, body: string, version = 1) =>
  ready({ kind, language, version }, 'About {{ reference }}', body);

describe('a letter is written', () => {
  const house = new Templates([
    own('update', 'hu', 'Hír: {{ message }}'),
    own('update', 'de-AT', 'Neues: {{ message }}', 4),
    own('question', 'en', '{{ message }} ({{ replyBy }})'),
  ]);
  const update = (language: string) => house.write('update', { ...about, language }, { message: 'x' });

  it('in the language of the reader or the nearest there is, of the house or of the program', () => {
    expect(update('hu-HU')).toMatchObject({ body: 'Hír: x', template: { language: 'hu', version: 1 } });
    expect(update('DE-at-1996').template).toEqual({ kind: 'update', language: 'de-AT', version: 4 });
    for (const language of ['de', 'fr-FR', 'en-US', 'nonsense'])
      expect(update(language)).toMatchObject({ body: 'x', template: { language: 'en', version: 0 } });
    expect(update('bg-BG').template).toMatchObject({ language: 'bg', version: 0 });
    const asked = house.write(
      'question',
      { ...about, language: 'pl' },
      { message: 'x', replyBy: new Date(0) },
    );
    expect(asked).toMatchObject({ body: 'x (1 January 1970)', template: { language: 'en', version: 1 } });
  });

  it('with dates as its readers write them, of the day that it is where the house is', () => {
    const replyBy = new Date('2026-11-30T23:30:00.000Z');
    const on = (language: string, zone: string) =>
      house.write('question', { ...about, language, zone }, { message: 'x', replyBy }).body;
    expect(on('en', 'UTC')).toBe('x (30 November 2026)');
    expect(on('en-US', 'Europe/Budapest')).toBe('x (December 1, 2026)');
    expect(on('hu-HU', 'Europe/Budapest')).toContain('2026. december 1.');
    expect(on('bg', 'UTC')).toContain('30 ноември 2026 г.');
    expect(on('en-aaaaa-aaaaa', 'UTC')).toBe('x (30 November 2026)');
    expect(on('fa', 'UTC')).toBe('x (30 November 2026)');
  });

  it('with words as they were typed, which are no template', () => {
    const message = "{{ reference }} {% if %} {% raw %} {{ '' | upcase }}\n\n\n<b>&amp;</b> $& \u{e000}";
    expect(house.write('update', { ...about, language: 'hu' }, { message }).body).toBe(`Hír: ${message}`);
    const complainantName = 'Eve\r\nBcc: all@example.org {{ message }}';
    const greeting = new Templates([
      ready({ kind: 'update', language: 'en', version: 1 }, 'For {{ complainantName }}', '{{ message }}'),
    ]);
    expect(greeting.write('update', { ...about, complainantName }, { message }).subject).toBe(
      'For Eve Bcc: all@example.org {{ message }}',
    );
  });

  it('also where the template of the house fails: then by that of the program', () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockReturnValue(undefined);
    const fails = new Templates([
      own('update', 'en', '{{ gone }}', 7),
      own('update', 'hu', '{{ (1..message) }}', 2),
    ]);
    expect(fails.write('update', about, { message: 'x' })).toMatchObject({
      body: 'x',
      template: { version: 0 },
    });
    const costly = fails.write('update', { ...about, language: 'hu' }, { message: '1000000000' });
    expect(costly).toMatchObject({ body: '1000000000', template: { language: 'hu', version: 0 } });
    expect(logged).toHaveBeenCalledTimes(2);
    logged.mockRestore();
  });
});
