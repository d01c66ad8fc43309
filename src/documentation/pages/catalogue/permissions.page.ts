import { rolesWith } from '../../../access/roles.js';
import { ROLES, type Role } from '../../../kernel/actor.js';
import { PERMISSIONS, type Permission } from '../../../kernel/permissions.js';
import { html, type SafeHtml } from '../../html.js';
import type { Page, Site } from '../../page.js';
import { table, terms } from '../../parts.js';
import { operationLinks, operationsOf } from '../operations.js';

export const PERMISSIONS_PAGE: Page = {
  path: 'permissions',
  title: 'Who may do what',
  purpose:
    'Every permission and the roles that have it, as the server enforces them. Read it to check that nobody can do ' +
    'what is not theirs to do.',
  chapter: 'trade',
  body: (site) =>
    html`<p>
        Each operation of the API takes exactly one permission, and a permission belongs to roles, never to a
        single person. Whoever has several roles may do what each of them may. There are two ways to be turned
        away:
      </p>
      <ul>
        <li>
          A role that may never do it is refused as
          <a href="${site.href('problems/forbidden')}"><code>forbidden</code></a
          >, whatever the case is like.
        </li>
        <li>
          A person whose role may do it, but who stands in the wrong relation to this case (is not its owner,
          or is complained about), is refused as
          <a href="${site.href('problems/action-refused')}"><code>action_refused</code></a
          >, which says what is missing. The <a href="${site.href('workflow', 'actions')}">actions</a> name
          these needs.
        </li>
      </ul>
      <h2 id="roles">The roles</h2>
      ${terms(ROLES.map((role) => ({ id: role, term: html`<code>${role}</code>`, meaning: ROLE_MEANINGS[role] })))}
      <h2 id="matrix">The matrix</h2>
      ${matrix()}
      <h2 id="permissions">The permissions, and what takes them</h2>
      ${operations(site)}`,
};

const ROLE_MEANINGS: Record<Role, string> = {
  anonymous: 'Everybody: a caller without any token. May hand in a complaint and read what is public.',
  complainant:
    'The holder of a tracking token: who complained. The token opens that one complaint and nothing else.',
  agent: 'Works on complaints.',
  supervisor:
    'An agent who also names anybody as owner, declines, reopens, and says who is complained about.',
  auditor: 'Reads everything, the log included, and changes nothing.',
  admin: 'Manages the users, and may do all that a supervisor and an auditor may.',
  mail_server: 'The mail server of the house, by the key of inbound mail. Hands in mail, and nothing else.',
  system: 'The program itself, where nobody asks it to: never a caller.',
};

const NAMES = Object.keys(PERMISSIONS) as Permission[];

function matrix(): SafeHtml {
  return table({
    caption: 'The permissions and the roles that have them',
    head: ['Permission', ...ROLES],
    form: 'scroll',
    rows: NAMES.map((permission) => [
      html`<a href="#${permission}">${permission}</a>`,
      ...ROLES.map((role) => (rolesWith(permission).includes(role) ? 'yes' : '–')),
    ]),
  });
}

function operations(site: Site): SafeHtml {
  const all = operationsOf(site.document);
  return table({
    caption: 'What each permission allows, and the operations that take it',
    head: ['Permission', 'Allows to', 'Operations'],
    rows: NAMES.map((permission) => ({
      id: permission,
      cells: [
        permission,
        PERMISSIONS[permission],
        operationLinks(
          site,
          all.filter((operation) => operation.permission === permission),
        ),
      ],
    })),
  });
}
