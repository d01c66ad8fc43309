import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { rolesWith } from '../../src/access/roles.js';
import { ENTRY_TYPES, entrySpec } from '../../src/audit/entry-catalogue.js';
import { ACTION_NAMES, WORKFLOW } from '../../src/complaints/complaint.workflow.js';
import { STATE_NAMES } from '../../src/complaints/complaint.states.js';
import { NOUNS } from '../../src/complaints/parts/nouns.js';
import { operationsOf } from '../../src/documentation/pages/operations.js';
import { HOW_MET } from '../../src/documentation/pages/problems/need-words.js';
import { ROLES } from '../../src/kernel/actor.js';
import { PERMISSIONS, type Permission } from '../../src/kernel/permissions.js';
import { dutiesOf, LETTER_KIND_NAMES } from '../../src/communications/letters/kinds.js';
import { INPUT_CODES, PROBLEMS } from '../../src/kernel/refusal.js';
import { useTestApp } from '../support/app.js';
import { escaped, idsOf, meaningOf, readerOf, rowsOf, sectionOf } from './page-text.js';

const app = useTestApp();
const read = readerOf(app);

describe('the page of the workflow', () => {
  let page: string;
  beforeAll(async () => {
    page = await read('/docs/workflow');
  });

  it('has a place for every state and every action', () => {
    expect(idsOf(page)).toEqual(expect.arrayContaining([...STATE_NAMES, ...ACTION_NAMES]));
  });

  it.each(ACTION_NAMES)('says who takes %s, what it needs, what it asks and what follows', (name) => {
    const { permission, needs, asks, entry, opens = [], keeps = [], summary } = WORKFLOW.actions[name];
    const section = sectionOf(page, name);
    const words = [
      summary,
      permission,
      rolesWith(permission).join(', '),
      ...needs.flatMap(({ code, detail }) => [`#${code}"`, detail]),
      ...Object.keys(asks).map((field) => `>${field}<`),
      ...[...opens, ...keeps].map((kind) => `/docs/promises#${kind}"`),
      `/docs/entries#${entry}"`,
    ];
    for (const word of words) expect(section).toContain(escaped(word));
  });

  it('shows what is possible beside the actions in which state', () => {
    const rows = rowsOf(sectionOf(page, 'parts'));
    for (const [noun, states] of Object.entries(NOUNS)) {
      const possible: readonly string[] = states;
      expect(rows.get(noun)).toEqual(STATE_NAMES.map((state) => (possible.includes(state) ? 'yes' : '–')));
    }
    expect(rows.size).toBe(Object.keys(NOUNS).length);
  });

  it('shows the drawing, with words for those who cannot see it', () => {
    expect(page).toMatch(/<img\s+src="\/docs\/workflow\.svg"\s+width="\d+"\s+height="\d+"\s+alt="[^"]{20,}"/);
  });
});

test('the page of the letters has every kind, with all that it can name', async () => {
  const page = await read('/docs/letters');
  for (const kind of LETTER_KIND_NAMES) {
    const rows = rowsOf(sectionOf(page, kind));
    expect([...rows].map(([name, cells]) => [name, cells.at(-1)])).toEqual(dutiesOf(kind));
  }
});

test('the matrix of the permissions is that of the guard', async () => {
  const rows = rowsOf(sectionOf(await read('/docs/permissions'), 'matrix'));
  expect([...rows.keys()]).toEqual(Object.keys(PERMISSIONS));
  for (const [permission, cells] of rows) {
    const roles = rolesWith(permission as Permission);
    expect(cells).toEqual(ROLES.map((role) => (roles.includes(role) ? 'yes' : '–')));
  }
});

test('every operation stands at its permission', async () => {
  const page = sectionOf(await read('/docs/permissions'), 'permissions');
  for (const { id } of await operations()) expect(page).toContain(`>${id}</code>`);
});

test.each(ENTRY_TYPES)('the entry %s is on its page, each field plain or personal', async (type) => {
  const section = sectionOf(await read('/docs/entries'), type);
  const [plain = '', personal = ''] = ['Plain fields', 'Personal fields'].map((term) =>
    meaningOf(section, term),
  );
  for (const [name, field] of Object.entries(entrySpec(type).data)) {
    expect(field.personal ? personal : plain).toContain(`>${name}<`);
    expect(field.personal ? plain : personal).not.toContain(`>${name}<`);
  }
});

test('the page of the entries says who sees them', async () => {
  const page = await read('/docs/entries');
  const seen = (type: string) => meaningOf(sectionOf(page, type), 'Who sees it');
  expect(seen('user.created')).toBe('auditor, admin');
  expect(seen('fact.recorded')).toBe('agent, supervisor, auditor, admin');
  expect(seen('message.noted')).toBe(`${seen('fact.recorded')}, but never somebody who is complained about`);
});

describe('the pages of the problems', () => {
  it('explain every need that the document or the workflow names, and no other', async () => {
    const ofActions = ACTION_NAMES.flatMap((name) => WORKFLOW.actions[name].needs.map(({ code }) => code));
    const ofOperations = (await operations()).flatMap(({ refusals }) =>
      refusals.flatMap(({ needs }) => needs),
    );
    const named = [...ofOperations, ...ofActions];
    expect(Object.keys(HOW_MET).sort()).toEqual([...new Set(named)].sort());
    const page = await read('/docs/problems/action-refused');
    for (const code of named) expect(meaningOf(sectionOf(page, code), 'What is missing')).not.toBe('');
  });

  it('explain every code of a 400', async () => {
    const ids = idsOf(await read('/docs/problems/validation-failed'));
    expect(ids).toEqual(expect.arrayContaining(Object.keys(INPUT_CODES)));
  });

  it.each(Object.keys(PROBLEMS))('say where %s occurs, what it holds, and show one', async (code) => {
    const page = await read(`/docs/problems/${code.replaceAll('_', '-')}`);
    const all = await operations();
    const some = all.filter(({ refusals }) => refusals.some(({ codes }) => codes.includes(code)));
    const where = sectionOf(page, 'operations');
    if (some.length < all.length) for (const { id } of some) expect(where).toContain(`>${id}</code>`);
    expect(idsOf(page).includes('example')).toBe(some.length > 0);
    expect(sectionOf(page, 'members')).not.toMatch(/<dd>\s*<\/dd>/);
  });
});

test('every link of these pages leads to a place that is there', async () => {
  const addresses = [
    'workflow',
    'permissions',
    'entries',
    'promises',
    'profiles',
    'problems',
    'problems/action-refused',
  ];
  for (const from of addresses.map((path) => `/docs/${path}`)) {
    for (const [, path = '', anchor] of (await read(from)).matchAll(/href="([^"#]*)(?:#([^"]+))?"/g)) {
      const isPage = path === '' || (path.startsWith('/docs/') && !path.includes('.'));
      if (!isPage || anchor === undefined) continue;
      const to = path === '' ? from : path;
      const ids = idsOf(await read(to));
      expect({ from, to, anchor, exists: ids.includes(anchor) }).toEqual({ from, to, anchor, exists: true });
    }
  }
});

async function operations() {
  const { body } = await app.anonymous.get<Parameters<typeof operationsOf>[0]>('/openapi.json');
  return operationsOf(body);
}
