import type { Step } from './step.js';

/** Who works together. */
export const TEAMS: Step[] = [
  {
    operation: 'createTeam',
    says: 'Ada makes a team of Anna and Ben.',
    as: 'ada',
    body: { name: 'Furniture', memberIds: ['{anna.id}', '{ben.id}'] },
    keep: 'team',
  },
  {
    operation: 'createTeam',
    says: 'There is a team of this name.',
    as: 'ada',
    body: { name: 'furniture' },
    refused: 'name_taken',
  },
  {
    operation: 'updateTeam',
    says: 'Nora joins.',
    as: 'ada',
    params: { id: '{team.id}' },
    headers: { 'If-Match': '"{team.version}"' },
    body: { memberIds: ['{anna.id}', '{ben.id}', '{nora.id}'] },
  },
  { operation: 'getTeam', says: 'Anna reads who belongs to it.', as: 'anna', params: { id: '{team.id}' } },
  { operation: 'listTeams', says: 'Anna lists the teams.', as: 'anna' },
];
