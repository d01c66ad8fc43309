import { type EntrySpec, personal, plain } from '../../entry-fields.js';

/** What the house arranges for itself, beside its complaints: causes, categories, corrective actions, teams. */

/** The state after it. `version` counts the versions of this cause or category. */
const node = {
  version: plain<number>(),
  parentId: plain<string | null>(),
  retired: plain<boolean>(),
  name: personal<string>(),
  path: personal<string[]>(),
};

const CAUSES = {
  'cause.created': { subject: 'cause', meaning: 'There is a new cause to choose.', data: node },
  'cause.updated': {
    subject: 'cause',
    meaning:
      'A cause was renamed, moved, retired or brought back, or a cause above it was renamed or moved. `changed` ' +
      'names what; the fields hold the state after it.',
    data: { changed: plain<string[]>(), ...node },
  },
  'category.created': { subject: 'category', meaning: 'There is a new category to choose.', data: node },
  'category.updated': {
    subject: 'category',
    meaning:
      'A category was renamed, moved, retired or brought back, or a category above it was renamed or moved. ' +
      '`changed` names what; the fields hold the state after it.',
    data: { changed: plain<string[]>(), ...node },
  },
} as const satisfies Record<string, EntrySpec>;

const plan = {
  ownerId: plain<string>(),
  dueAt: plain<string>(),
  checkAt: plain<string>(),
  what: personal<string>(),
  ownerName: personal<string>(),
};

const CORRECTIVE_ACTIONS = {
  'corrective_action.planned': {
    subject: 'corrective_action',
    meaning: 'The house is going to change something so that a cause does not come back.',
    data: { causeId: plain<string | null>(), causeName: personal<string | null>(), ...plan },
  },
  'corrective_action.updated': {
    subject: 'corrective_action',
    meaning: 'The plan changed. `changed` names what; the fields hold the state after it.',
    data: { changed: plain<string[]>(), ...plan },
  },
  'corrective_action.completed': {
    subject: 'corrective_action',
    meaning: 'What was planned is done. Whether it helps is still to be checked.',
    data: { note: personal<string | null>() },
  },
  'corrective_action.checked': {
    subject: 'corrective_action',
    meaning: 'It was checked whether the cause stays away.',
    data: { effective: plain<boolean>(), finding: personal<string>() },
  },
  'corrective_action.dropped': {
    subject: 'corrective_action',
    meaning: 'What was planned will not be done.',
    data: { reason: personal<string>() },
  },
} as const satisfies Record<string, EntrySpec>;

const team = { memberIds: plain<string[]>(), name: personal<string>() };

const TEAMS = {
  'team.created': { subject: 'team', meaning: 'A team was made.', data: team },
  'team.updated': {
    subject: 'team',
    meaning:
      "A team's name or members changed, or the name of a member. `changed` names what; the fields hold the state " +
      'after it.',
    data: { changed: plain<string[]>(), ...team },
  },
} as const satisfies Record<string, EntrySpec>;

export const HOUSE_ENTRIES = { ...CAUSES, ...CORRECTIVE_ACTIONS, ...TEAMS } as const;
