import { describe, expect, it } from '@jest/globals';
import { Columns } from '../../../src/commands/import/columns.js';
import { toComplaint } from '../../../src/commands/import/to-complaint.js';

const NOW = new Date('2026-11-20T09:00:00.000Z');

/** A row under its headings, as the server is told of it. */
function mapped(row: Record<string, string>) {
  return toComplaint(new Columns(Object.keys(row)).row(Object.values(row)), 'x-1', NOW);
}

const codes = (row: Record<string, string>) => mapped(row).flaws?.map(({ code }) => code);

const OLD = {
  'Date received': '7/29/2013',
  Product: 'Consumer Loan',
  'Sub-product': 'Vehicle loan',
  Issue: 'Managing the loan',
  'Sub-issue': 'Billing problem',
  'Submitted via': 'Postal mail',
};

describe('a row of the complaint database', () => {
  it('of the old shape has what it is about for a description', () => {
    expect(mapped(OLD).complaint).toEqual({
      externalId: 'x-1',
      channel: 'letter',
      subject: 'Managing the loan',
      description: 'Managing the loan: Billing problem',
      product: 'Consumer Loan / Vehicle loan',
      receivedAt: '2013-07-29T00:00:00.000Z',
      tags: [],
      answerVia: 'none',
      answerViaReason: 'Imported without contact data.',
    });
  });

  it('of the new shape has the words of the customer, and tags', () => {
    const row = {
      ...OLD,
      'Date received': '2023-08-25',
      'Consumer complaint narrative': 'They took XXXX dollars.',
      Tags: 'Older American, Servicemember',
    };
    expect(mapped(row).complaint).toMatchObject({
      subject: 'Managing the loan',
      description: 'They took XXXX dollars.',
      receivedAt: '2023-08-25T00:00:00.000Z',
      tags: ['Older American', 'Servicemember'],
    });
  });

  it('without anything that it is about is refused', () => {
    expect(codes({ ...OLD, Issue: '', 'Sub-issue': ' ' })).toEqual(['required']);
  });

  it.each([
    ['Web', 'web'],
    ['Phone', 'phone'],
    ['Fax', 'fax'],
    ['Referral', 'referral'],
    ['Postal mail', 'letter'],
    ['Email', 'email'],
    ['EMAIL', 'email'],
    ['Telegraph', 'other'],
    ['', 'other'],
  ])('that came by %j came by %s', (via, channel) => {
    expect(mapped({ ...OLD, 'Submitted via': via }).complaint).toMatchObject({ channel });
  });
});

describe('a row of another file', () => {
  it('is known by plain headings, in any case, order and spelling', () => {
    const row = {
      DESCRIPTION: 'The bed broke.',
      external_id: '7',
      'received-at': '2026-11-19T10:30:00+02:00',
      Channel: 'chat',
      Company: 'Beds Ltd',
    };
    expect(mapped(row).complaint).toMatchObject({
      description: 'The bed broke.',
      channel: 'chat',
      receivedAt: '2026-11-19T08:30:00.000Z',
    });
  });

  it('with somebody who can be reached is answered on the tracking page', () => {
    const { complaint } = mapped({
      description: 'No.',
      Name: 'Marta Kis',
      Email: 'marta@example.org',
      Phone: '',
    });
    expect(complaint).toMatchObject({
      complainant: { name: 'Marta Kis', email: 'marta@example.org' },
      answerVia: 'tracking',
    });
  });

  it('with a name alone keeps the name, and says why nobody is answered', () => {
    const { complaint } = mapped({ description: 'No.', Name: 'Marta Kis' });
    expect(complaint).toMatchObject({ complainant: { name: 'Marta Kis' }, answerVia: 'none' });
  });

  it('with text that was broken on its way is refused', () => {
    expect(codes({ description: 'The caf\uFFFD closed.' })).toEqual(['is_utf8']);
  });
});

describe('a date', () => {
  it.each([
    ['2/29/2012', '2012-02-29T00:00:00.000Z'],
    ['12/1/2013', '2013-12-01T00:00:00.000Z'],
    ['2013-07-29', '2013-07-29T00:00:00.000Z'],
    ['2013-07-29 23:30:00-01:00', '2013-07-30T00:30:00.000Z'],
  ])('%s is %s', (text, receivedAt) => {
    expect(mapped({ ...OLD, 'Date received': text }).complaint).toMatchObject({ receivedAt });
  });

  it.each([
    ['2/29/2013', 'is_time'],
    ['29/7/2013', 'is_time'],
    ['2013-02-30', 'is_time'],
    ['2013-02-30T10:00:00Z', 'is_time'],
    ['2013-07-29T10:00:00', 'is_time'],
    ['7/29/13', 'is_time'],
    ['yesterday', 'is_time'],
    ['', 'required'],
    ['2026-11-21', 'is_past'],
  ])('%j is none: %s', (text, code) => {
    expect(codes({ ...OLD, 'Date received': text })).toEqual([code]);
  });
});
