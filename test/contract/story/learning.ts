import type { Step } from './step.js';

const IN_SPRING = '2027-04-20T09:00:00.000Z';

/** The trees that everybody chooses from, before the first complaint of the story is sorted. */
const TREES: Step[] = [
  {
    operation: 'createCategory',
    says: 'Sam adds a category.',
    as: 'sam',
    body: { name: 'Furniture' },
    keep: 'furniture',
  },
  {
    operation: 'createCategory',
    name: 'below',
    says: 'Sam adds one below it.',
    as: 'sam',
    body: { name: 'Beds', parentId: '{furniture.id}' },
    keep: 'beds',
  },
  { operation: 'getCategory', says: 'Anna reads it.', as: 'anna', params: { id: '{beds.id}' } },
  {
    operation: 'listCategories',
    says: 'Anna lists what she can choose below it.',
    as: 'anna',
    query: { parentId: '{furniture.id}', retired: false },
  },
  {
    operation: 'updateCategory',
    says: 'Sam gives the category a better name; what stands below moves along.',
    as: 'sam',
    params: { id: '{furniture.id}' },
    headers: { 'If-Match': '"{furniture.version}"' },
    body: { name: 'Furniture and beds' },
  },
  {
    operation: 'listCategoryVersions',
    says: 'Otto reads what it was called before.',
    as: 'otto',
    params: { id: '{beds.id}' },
  },
  {
    operation: 'createCause',
    says: 'Sam adds a cause.',
    as: 'sam',
    body: { name: 'Delivery' },
    keep: 'delivery',
  },
  {
    operation: 'createCause',
    name: 'below',
    says: 'Sam adds one below it.',
    as: 'sam',
    body: { name: 'Packaging', parentId: '{delivery.id}' },
    keep: 'packaging',
  },
  {
    operation: 'createCause',
    says: 'There is one of this name below the same parent.',
    as: 'sam',
    body: { name: 'packaging', parentId: '{delivery.id}' },
    refused: 'name_taken',
  },
  { operation: 'getCause', says: 'Anna reads it.', as: 'anna', params: { id: '{packaging.id}' } },
  { operation: 'listCauses', says: 'Anna lists the roots.', as: 'anna', query: { parentId: 'none' } },
];

const CORRECTIVE_ACTION: Step[] = [
  {
    operation: 'planCorrectiveAction',
    says: 'Sam plans what keeps legs from breaking.',
    as: 'sam',
    body: {
      what: 'Corner guards on every bed',
      causeId: '{packaging.id}',
      ownerId: '{anna.id}',
      dueAt: '2027-01-15T16:00:00.000Z',
      checkAt: '2027-04-15T16:00:00.000Z',
    },
    keep: 'guards',
  },
  {
    operation: 'updateCorrectiveAction',
    says: 'It is needed earlier.',
    as: 'sam',
    params: { id: '{guards.id}' },
    headers: { 'If-Match': '"{guards.version}"' },
    body: { dueAt: '2027-01-08T16:00:00.000Z' },
  },
  {
    operation: 'completeCorrectiveAction',
    says: 'Ben is not its owner.',
    as: 'ben',
    params: { id: '{guards.id}' },
    body: { note: 'I saw guards.' },
    refused: 'action_refused',
  },
  {
    operation: 'completeCorrectiveAction',
    says: 'Anna has seen to it.',
    as: 'anna',
    params: { id: '{guards.id}' },
    body: { note: 'Since Monday every bed has them.' },
  },
  {
    operation: 'checkCorrectiveAction',
    says: 'It is too early to know whether it helps.',
    as: 'sam',
    params: { id: '{guards.id}' },
    body: { effective: true, finding: 'No broken leg this week.' },
    refused: 'action_refused',
  },
  {
    operation: 'planCorrectiveAction',
    name: 'without a cause',
    says: 'Sam plans something else.',
    as: 'sam',
    body: {
      what: 'A machine that answers the telephone',
      ownerId: '{anna.id}',
      dueAt: '2027-02-15T16:00:00.000Z',
      checkAt: '2027-05-15T16:00:00.000Z',
    },
    keep: 'machine',
  },
  {
    operation: 'dropCorrectiveAction',
    says: 'Sam drops it.',
    as: 'sam',
    params: { id: '{machine.id}' },
    body: { reason: 'Two people answer it now.' },
  },
  {
    operation: 'dropCorrectiveAction',
    says: 'It is dropped already.',
    as: 'sam',
    params: { id: '{machine.id}' },
    body: { reason: 'Two people answer it now.' },
    refused: 'action_refused',
  },
  {
    operation: 'updateCorrectiveAction',
    says: 'What is dropped stays as it is.',
    as: 'sam',
    params: { id: '{machine.id}' },
    headers: { 'If-Match': '*' },
    body: { what: 'A better machine' },
    refused: 'action_refused',
  },
  {
    operation: 'listCorrectiveActions',
    says: 'Sam looks at the checks that wait.',
    as: 'sam',
    query: { state: ['done'], checkBefore: '2027-05-01T00:00:00.000Z' },
  },
  {
    operation: 'checkCorrectiveAction',
    says: 'In spring Sam puts on record that it helps.',
    as: 'sam',
    at: IN_SPRING,
    params: { id: '{guards.id}' },
    body: { effective: true, finding: 'No broken leg in 400 deliveries.' },
  },
  {
    operation: 'getCorrectiveAction',
    says: 'Otto reads how it went.',
    as: 'otto',
    params: { id: '{guards.id}' },
  },
  {
    operation: 'updateCause',
    says: 'Sam retires the cause: it did not come back.',
    as: 'sam',
    params: { id: '{packaging.id}' },
    headers: { 'If-Match': '"{packaging.version}"' },
    body: { retired: true },
  },
  {
    operation: 'listCauseVersions',
    says: 'Otto reads how it once was.',
    as: 'otto',
    params: { id: '{packaging.id}' },
  },
];

/** What the house learns, after Marta's complaint is over. */
export const LEARNING: Step[] = [...TREES, ...CORRECTIVE_ACTION];
