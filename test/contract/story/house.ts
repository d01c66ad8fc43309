import { PASSWORD } from '../../support/cast.js';
import { firstLines, type Step } from './step.js';

const ANNA = { email: 'anna@house.example', password: PASSWORD };

/** The house before the first complaint: people, the rules, the documentation. */
export const HOUSE: Step[] = [
  { operation: 'checkLive', says: 'The process runs.', as: 'nobody' },
  { operation: 'checkReady', says: 'Requests can be served.', as: 'nobody' },
  {
    operation: 'startSession',
    says: 'Anna signs in.',
    as: 'nobody',
    body: ANNA,
    keep: 'session',
  },
  {
    operation: 'refreshSession',
    says: 'Anna renews the session.',
    as: 'nobody',
    body: { refreshToken: '{session.refreshToken}' },
    keep: 'session',
  },
  { operation: 'getMe', says: 'Anna reads what she may do.', as: '{session.accessToken}', keep: 'anna' },
  { operation: 'endSession', says: 'Anna signs out.', as: '{session.accessToken}' },
  { operation: 'getMe', says: 'Ben reads what he may do.', as: 'ben', keep: 'ben', quiet: true },
  {
    operation: 'createUser',
    says: 'Ada gives Nora an account.',
    as: 'ada',
    body: {
      email: 'nora@house.example',
      name: 'Nora Field',
      password: 'a table with four whole legs',
      roles: ['agent'],
      phone: '+36 1 234 5678',
    },
    keep: 'nora',
  },
  {
    operation: 'updateUser',
    says: 'Nora becomes a supervisor.',
    as: 'ada',
    params: { id: '{nora.id}' },
    headers: { 'If-Match': '"{nora.version}"' },
    body: { roles: ['agent', 'supervisor'] },
  },
  { operation: 'getUser', says: 'Sam reads Nora.', as: 'sam', params: { id: '{nora.id}' } },
  {
    operation: 'listUsers',
    says: 'Sam lists the agents who may sign in.',
    as: 'sam',
    query: { role: 'agent', disabled: false, limit: 2 },
  },
  { operation: 'getWorkflow', says: 'Anybody reads the rules.', as: 'nobody' },
  {
    operation: 'getWorkflowDiagram',
    says: 'The first lines of the drawing.',
    as: 'nobody',
    shows: firstLines(4),
  },
];

/** The documentation about itself. */
export const DOCUMENTATION: Step[] = [
  {
    operation: 'getOpenApiDocument',
    says: 'The first members of this document.',
    as: 'nobody',
    shows: (body) => {
      const { openapi, info } = body as { openapi: string; info: { title: string; version: string } };
      return { openapi, info: { title: info.title, version: info.version } };
    },
  },
  page('readDocumentation', 'The first lines of the first page.'),
  page('readDocumentationPage', 'The first lines of the list of problems.', { page: 'problems' }),
  page('readProblem', 'The first lines of the page of a problem.', { problem: 'action-refused' }),
  page('readReferenceChapter', 'The first lines of a chapter.', { chapter: 'complaints' }),
  {
    ...page('searchDocumentation', 'The first lines of what is found.'),
    query: { q: 'promise' },
  },
  page('readWorkflowDrawing', 'The first lines of the drawing.'),
];

function page(operation: string, says: string, params?: Record<string, string>): Step {
  return { operation, says, as: 'nobody', params, shows: firstLines(2) };
}
