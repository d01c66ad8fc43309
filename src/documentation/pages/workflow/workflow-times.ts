import { ACTION_NAMES } from '../../../complaints/complaint.workflow.js';
import { STANDARD } from '../../../complaints/promises/standard.js';
import { html, type SafeHtml } from '../../html.js';
import type { Site } from '../../page.js';
import { terms } from '../../parts.js';
import { spokenDuration } from '../time-words.js';

/** For how long something is possible after a decision or an ending. */
export function windows(site: Site): SafeHtml {
  const over = html`<a href="${site.href('problems/action-refused', 'window_over')}"
    ><code>window_over</code></a
  >`;
  return html`<h2 id="windows">Windows</h2>
    <p>Both windows of a decision begin when it is handed over to the customer, not when it is written.</p>
    ${terms([
      {
        id: 'closing-window',
        term: `Closing window: ${spokenDuration(STANDARD.closingWindow)}`,
        meaning: html`How long the house waits for a word of the customer after a decision;
          <code>closesAt</code> names its end. ${SILENCE}`,
      },
      {
        id: 'dispute-window',
        term: `Dispute window: ${spokenDuration(STANDARD.disputeWindow)}`,
        meaning: html`How long the customer may dispute the decision, or bring back a complaint that was
          withdrawn or declined; <code>disputableUntil</code> names its end. Later it is refused as ${over}. A
          supervisor may reopen at any time.`,
      },
      {
        id: 'levels',
        term: `Levels: 0 to ${STANDARD.highestLevel}`,
        meaning:
          'How high in the house a complaint is looked at. It rises by one when the complaint is escalated, ' +
          'disputed, or reopened after a decision.',
      },
    ])}`;
}

/** What waits while the customer is asked, and for how long. */
export function pauses(site: Site): SafeHtml {
  const spent = html`<a href="${site.href('problems/action-refused', 'pause_spent')}"
    ><code>pause_spent</code></a
  >`;
  return html`<h2 id="pauses">Pauses</h2>
    <p>
      While the customer is asked (<a href="#awaiting_customer"><code>awaiting_customer</code></a
      >), promises of the kinds ${STANDARD.pausable.join(', ')} wait. They wait from the moment when the
      question left the house until work goes on, and their time is longer by that, up to
      ${spokenDuration(STANDARD.pauses.longest)} each time. A complaint can wait
      ${String(STANDARD.pauses.most)} times; after that, asking is refused as ${spent}. A promise owed by law
      never waits.
    </p>`;
}

/** What happens at the end of the closing window, in a table with or without the action that closes. */
const SILENCE = (ACTION_NAMES as string[]).includes('close')
  ? 'After it, silence closes the complaint.'
  : 'In this version a complaint stays resolved after it, until the customer accepts or disputes.';
