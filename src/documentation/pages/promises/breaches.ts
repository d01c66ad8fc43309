import { rolesWith } from '../../../access/roles.js';
import { ACTION_NAMES, WORKFLOW } from '../../../complaints/complaint.workflow.js';
import { BREACH_STATES } from '../../../complaints/complaint.words.js';
import type { Permission } from '../../../kernel/permissions.js';
import { html, type SafeHtml } from '../../html.js';
import type { Site } from '../../page.js';
import { table, terms } from '../../parts.js';
import { entryLink, joined, named, needLink } from '../operations.js';

/** What a broken promise obliges to, and how that is answered. */
export function breaches(site: Site): SafeHtml {
  return html`<h2 id="breaches">What a broken promise obliges to</h2>
    <p>
      When a promise is broken (${entryLink(site, 'promise.broken')}), a <strong>breach</strong> is born, and
      the house owes the customer two things: an apology, and a cause. That is so each time, and also where
      the promise is kept late in the end. Until it is answered, ${joined(hindered(site), ' and ')} are
      refused as ${needLink(site, 'breach_unanswered')}: nobody decides over a broken promise in silence.
    </p>
    ${terms(
      Object.entries(BREACH_STATES).map(([state, meaning]) => ({
        id: `breach-${state}`,
        term: html`<code>${state}</code>`,
        meaning,
      })),
    )}
    ${table({
      caption: 'What can be done about a breach, in every state of the complaint',
      head: ['Doing', 'What it takes', 'Who', 'Operation'],
      rows: DEEDS.map(({ what, takes, permission, operation }) => [
        what,
        takes,
        rolesWith(permission).join(', '),
        named(site, operation),
      ]),
    })}
    <ul>
      <li>
        Where the complaint has an owner, an agent who is not the owner may not answer
        (${needLink(site, 'not_the_owner')}); a supervisor always may.
      </li>
      <li>
        One apology answers all unanswered breaches of the complaint, unless the call names some. It can also
        be a message that a person sent to the customer after the promise was broken.
      </li>
      <li>
        An apology counts when it <a href="${site.href('glossary', 'handed-over')}">left the house</a>. A
        letter that nobody has sent answers nothing.
      </li>
      <li>
        The cause is said in words, and can be chosen from the
        <a href="${site.href('reference/causes')}">tree of causes</a>. Where it is <em>not known yet</em>, the
        answer says so; it is put in later, without another apology, and stays on the
        <a href="#board">board</a> until then.
      </li>
      <li>
        A promise whose breach is answered can get another date, or be released by the customer. It stays
        broken on record all the same.
      </li>
      <li>
        Words that were said in time and put on record late withdraw a breach by themselves. Both entries
        stay, the one that says broken and the one that says ${entryLink(site, 'breach.withdrawn')}.
      </li>
    </ul>`;
}

const DEEDS: { what: string; takes: string; permission: Permission; operation: string }[] = [
  {
    what: 'Answer it',
    takes: 'An apology to the customer, and a cause, or that it is not known yet.',
    permission: 'breach:answer',
    operation: 'answerBreach',
  },
  {
    what: 'Waive it',
    takes: 'A reason why no answer is needed. The promise stays broken.',
    permission: 'breach:waive',
    operation: 'waiveBreach',
  },
  {
    what: 'Withdraw it',
    takes: 'Proof that the promise was kept in time after all, and when. The promise becomes kept.',
    permission: 'breach:withdraw',
    operation: 'withdrawBreach',
  },
];

/** The actions that a breach stands in the way of. */
function hindered(site: Site): SafeHtml[] {
  return ACTION_NAMES.filter((name) =>
    WORKFLOW.actions[name].needs.some(({ code }) => code === 'breach_unanswered'),
  ).map((name) => html`<a href="${site.href('workflow', name)}"><code>${name}</code></a>`);
}
