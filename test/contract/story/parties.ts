import type { Step } from './step.js';

/** The house says what it is made of. */
const UNITS: Step[] = [
  {
    operation: 'createOrganisationUnit',
    name: 'legalEntity',
    says: 'Ada adds the company that answers by law, under its number at the regulator.',
    as: 'ada',
    body: { kind: 'legal_entity', code: '765112', name: 'Amends Home Ltd' },
    keep: 'entity',
  },
  {
    operation: 'createOrganisationUnit',
    name: 'brand',
    says: 'Ada adds a brand of it.',
    as: 'ada',
    body: { kind: 'brand', code: 'aurora', name: 'Aurora', legalEntityId: '{entity.id}' },
    keep: 'brand',
  },
  {
    operation: 'createOrganisationUnit',
    name: 'branch',
    says: 'Ada adds a branch that serves only this brand.',
    as: 'ada',
    body: { kind: 'branch', code: 'aurora-budapest', name: 'Aurora Budapest', brandId: '{brand.id}' },
    keep: 'branch',
  },
  {
    operation: 'createOrganisationUnit',
    says: 'The code is taken, in whatever case.',
    as: 'ada',
    body: { kind: 'brand', code: 'AURORA', name: 'Aurora Beds', legalEntityId: '{entity.id}' },
    refused: 'code_taken',
  },
  {
    operation: 'updateOrganisationUnit',
    says: 'The branch has a better name.',
    as: 'ada',
    params: { id: '{branch.id}' },
    headers: { 'If-Match': '"{branch.version}"' },
    body: { name: 'Aurora on the Danube' },
  },
  {
    operation: 'getOrganisationUnit',
    says: 'Anna reads where the branch belongs.',
    as: 'anna',
    params: { id: '{branch.id}' },
  },
  {
    operation: 'listOrganisationUnits',
    says: 'Anna lists what she can choose of this company.',
    as: 'anna',
    query: { legalEntityId: '{entity.id}', retired: false },
  },
];

const SOFA = { id: '{represented.id}' };
const JONAS = { ...SOFA, representativeId: '{jonas.id}' };
const VERA = { ...SOFA, representativeId: '{vera.id}' };

/** A lawyer complains for Ida; her daughter takes over. */
const REPRESENTATION: Step[] = [
  {
    operation: 'receiveComplaint',
    name: 'represented',
    says: 'A lawyer hands in a complaint for Ida, on the page of the brand.',
    as: 'nobody',
    body: {
      channel: 'web',
      subject: 'Sofa without feet',
      description: 'My client waits for the feet of her sofa since January.',
      complainant: { name: 'Ida Berg' },
      answerVia: 'tracking',
      representative: {
        name: 'Jonas Weil',
        email: 'jonas@law.example',
        organisation: 'Weil and Partners',
        relation: 'lawyer',
      },
      brandId: '{brand.id}',
    },
    keep: 'represented',
  },
  {
    operation: 'listRepresentatives',
    says: 'Anna sees that nobody has seen his authority.',
    as: 'anna',
    params: SOFA,
    keep: 'representatives',
  },
  {
    operation: 'nameRepresentative',
    says: 'There is one already.',
    as: 'anna',
    params: SOFA,
    body: { name: 'Vera Berg', relation: 'family' },
    refused: 'action_refused',
  },
  {
    operation: 'refuseRepresentative',
    says: 'Ida says that she asked no lawyer; Anna gives her the new token.',
    as: 'anna',
    params: { ...SOFA, representativeId: '{representatives.items.0.id}' },
    body: { reason: 'Ida Berg says on the telephone that she asked no lawyer.' },
    keep: 'jonas',
  },
  {
    operation: 'getTracking',
    says: 'The token that the lawyer has opens nothing any more.',
    as: '{represented.trackingToken}',
    refused: 'unauthenticated',
  },
  {
    operation: 'refuseRepresentative',
    says: 'He is refused already.',
    as: 'ben',
    params: JONAS,
    body: { reason: 'He shows no authority.' },
    refused: 'action_refused',
  },
  {
    operation: 'nameRepresentative',
    says: 'Her daughter speaks for her from now on.',
    as: 'anna',
    params: SOFA,
    body: { name: 'Vera Berg', phone: '+36 1 765 4321', relation: 'family' },
    keep: 'vera',
  },
  {
    operation: 'confirmRepresentative',
    says: 'Anna has seen what Ida signed.',
    as: 'anna',
    params: VERA,
    body: {
      authority: {
        kind: 'written_authority',
        grantedAt: '2027-01-10T09:00:00.000Z',
        validUntil: '2029-01-10T09:00:00.000Z',
        evidence: 'A letter of authority, signed by Ida Berg; kept with the papers of the order.',
        scope: 'full',
      },
    },
  },
  { operation: 'getRepresentative', says: 'Otto reads what was seen.', as: 'otto', params: VERA },
  {
    operation: 'endRepresentative',
    says: 'Ida wants to speak for herself again.',
    as: 'anna',
    params: VERA,
    body: { reason: 'Ida Berg took the authority back.' },
  },
  {
    operation: 'confirmRepresentative',
    says: 'What has ended is not confirmed again.',
    as: 'anna',
    params: VERA,
    body: {
      authority: {
        kind: 'spoken',
        grantedAt: '2027-01-10T09:00:00.000Z',
        evidence: 'Said on the telephone.',
        scope: 'information_only',
      },
    },
    refused: 'action_refused',
  },
  {
    operation: 'endRepresentative',
    says: 'It has ended already.',
    as: 'ben',
    params: VERA,
    body: { reason: 'Once more.' },
    refused: 'action_refused',
  },
];

/** Whose complaint it is: which part of the house it is about, and who speaks for the complainant. */
export const PARTIES_STORY: Step[] = [...UNITS, ...REPRESENTATION];
