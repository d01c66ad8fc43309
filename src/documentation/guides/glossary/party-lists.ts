import {
  AUTHORITY_KINDS,
  AUTHORITY_SCOPES,
  RELATIONS,
  REPRESENTATIVE_STATES,
} from '../../../complaints/representation/representative.words.js';
import { UNIT_KINDS } from '../../../organisation/unit.words.js';
import type { List } from './list.js';

/** The closed lists about people beside the customer, and about the parts of the house. */
export const PARTY_LISTS: readonly List[] = [
  {
    id: 'relations',
    heading: 'Relations of a representative',
    intro:
      'What somebody who complains for another is to them. See [representatives](reference/representatives).',
    prefix: 'relation',
    words: RELATIONS,
  },
  {
    id: 'representative-states',
    heading: 'States of a representative',
    intro: 'Where it stands with somebody who complains for another.',
    prefix: 'representative-state',
    words: REPRESENTATIVE_STATES,
  },
  {
    id: 'authority-kinds',
    heading: 'Kinds of authority to represent',
    intro: 'By what somebody may speak for the complainant.',
    prefix: 'authority-kind',
    words: AUTHORITY_KINDS,
  },
  {
    id: 'authority-scopes',
    heading: 'Scopes of authority to represent',
    intro: 'How much it allows.',
    prefix: 'authority-scope',
    words: AUTHORITY_SCOPES,
  },
  {
    id: 'unit-kinds',
    heading: 'Units of the organisation',
    intro: 'What the house is made of. See [organisation](reference/organisation).',
    prefix: 'unit',
    words: UNIT_KINDS,
  },
];
