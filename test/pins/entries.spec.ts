import { it } from '@jest/globals';
import { ENTRY_TYPES, entrySpec } from '../../src/audit/entry-catalogue.js';
import { expectPinned } from './pin.js';

it('the entries of the log and their fields are as pinned', () => {
  const lines = [...ENTRY_TYPES].sort().flatMap((type) => {
    const { subject, data } = entrySpec(type);
    const fields = Object.entries(data).map(
      ([name, field]) => `  ${name}${field.personal ? ' (personal)' : ''}`,
    );
    return [`${type} of ${subject}`, ...fields];
  });
  expectPinned('entries.txt', lines);
});
