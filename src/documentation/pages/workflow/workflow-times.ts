import { HIGHEST_LEVEL } from '../../../complaints/promises/terms.js';
import { BUILT_IN } from '../../../standards/built-in.js';
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
    <p>
      The times are those of the built-in standard; each standard of a house may have its own. Both windows of
      a decision begin when it is handed over to the customer, not when it is written.
    </p>
    ${terms([
      {
        id: 'closing-window',
        term: `Closing window: ${spokenDuration(BUILT_IN.closingWindow)}`,
        meaning: html`How long the house waits for a word of the customer after a decision;
          <code>closesAt</code> names its end. After it, silence closes the complaint, if the customer was
          told so ${spokenDuration(BUILT_IN.closingNotice)} before and every message of theirs was heard.`,
      },
      {
        id: 'dispute-window',
        term: `Dispute window: ${spokenDuration(BUILT_IN.disputeWindow)}`,
        meaning: html`How long the customer may dispute the decision, or bring back a complaint that was
          withdrawn or declined; <code>disputableUntil</code> names its end. Later it is refused as ${over}. A
          supervisor may reopen at any time.`,
      },
      {
        id: 'levels',
        term: `Levels: 0 to ${String(HIGHEST_LEVEL)}`,
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
      >), promises of the kinds ${PAUSABLE.join(', ')} wait. They wait from the moment when the question left
      the house until work goes on, and their time is longer by that, up to
      ${spokenDuration(BUILT_IN.pauses.longest)} each time. A complaint can wait
      ${String(BUILT_IN.pauses.most)} times; after that, asking is refused as ${spent}. A promise owed by law
      never waits.
    </p>`;
}

/** Beside those that the built-in standard lets wait, what a person agreed to do. */
const PAUSABLE = [...BUILT_IN.promises.filter(({ pausable }) => pausable).map(({ kind }) => kind), 'action'];
