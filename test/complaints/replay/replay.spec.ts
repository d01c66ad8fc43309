import { expect, it } from '@jest/globals';
import { ENTRY_CATALOGUE, ENTRY_TYPES, type EntryType } from '../../../src/audit/entry-catalogue.js';
import { WORKFLOW } from '../../../src/complaints/complaint.workflow.js';
import { type LoggedEntry, replay, type Replayed } from '../../../src/complaints/replay/replay.js';
import { newId } from '../../../src/kernel/identifiers.js';

const complaintId = newId();
const promiseId = newId();

function typesAbout(subject: string): EntryType[] {
  return ENTRY_TYPES.filter((type) => ENTRY_CATALOGUE[type].subject === subject);
}

function fieldsOf(type: string): string[] {
  return type in ENTRY_CATALOGUE ? Object.keys(ENTRY_CATALOGUE[type as EntryType].data) : [];
}

/** An entry that says something in each of its fields. */
function entry(type: EntryType, { said = 'new' } = {}): LoggedEntry {
  const subject = ENTRY_CATALOGUE[type].subject;
  const data = Object.fromEntries(fieldsOf(type).map((field) => [field, field === 'level' ? 7 : said]));
  const id = subject === 'promise' ? promiseId : complaintId;
  return { position: null, entry: { type, subject: { type: subject, id }, complaintId, data } };
}

function promiseAfter(...entries: LoggedEntry[]): unknown {
  return replay(complaintId, entries).promises.get(promiseId)?.fields;
}

/** Breaks where a type of entry is added that the replay was not taught. */
it('understands every entry about a promise', () => {
  const made = entry('promise.made', { said: 'old' });
  const saysNothing = typesAbout('promise').filter((type) => {
    const after = promiseAfter(made, entry(type));
    return JSON.stringify(after) === JSON.stringify(promiseAfter(made));
  });
  expect(saysNothing).toEqual(['promise.warned']);
});

it('takes owner and level from every entry of a complaint that names them', () => {
  // It names the owner who is away, and who stays the owner.
  const others = typesAbout('complaint').filter((type) => type !== 'complaint.stand_in_changed');
  for (const type of others) {
    const complaint: Replayed['complaint'] = replay(complaintId, [entry(type)]).complaint;
    if (fieldsOf(type).includes('ownerId')) expect([type, complaint?.ownerId.value]).toEqual([type, 'new']);
    if (fieldsOf(type).includes('level')) expect([type, complaint?.level.value]).toEqual([type, '7']);
  }
});

/** Breaks where a row of the table moves a complaint and its entry does not say whereto. */
it('finds the state after each action in the entry of the action', () => {
  const silent = Object.values(WORKFLOW.actions)
    .filter(({ transitions }) => transitions.some(({ from, to }) => from !== to))
    .map((row) => row.entry)
    .filter((type) => !fieldsOf(type).includes('state'));
  expect(silent).toEqual([]);
});
