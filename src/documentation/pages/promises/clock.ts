import type { EntryType } from '../../../audit/entry-catalogue.js';
import { BUILT_IN } from '../../../standards/built-in.js';
import { html, type SafeHtml } from '../../html.js';
import type { Site } from '../../page.js';
import { table } from '../../parts.js';
import { entryLink } from '../operations.js';
import { spokenDuration } from '../time-words.js';

/** What happens because time passes, although nobody does anything. */
export function clock(site: Site): SafeHtml {
  return html`<h2 id="clock">What the clock does by itself</h2>
    <p>
      The program watches the time of every promise. What happens by time alone is in the log like everything
      else, with the actor <code>system</code>, called <code>clock</code>.
    </p>
    ${table({
      caption: 'What happens when nobody does anything, with the times of the built-in standard',
      head: ['When', 'What happens', 'Entry'],
      rows: MOMENTS.map(([when, what, entry]) => [when, what, entryLink(site, entry)]),
    })}
    <ul>
      <li>
        Each of these happens once, also where the program is stopped and started again, and where many
        processes watch. While one is running, a promise is seen to be broken within a second.
      </li>
      <li>
        What passed while the program stood still is done at its next start, with the time that was due.
      </li>
      <li>
        Silence closes nothing while a message of the customer is unheard, or while the notice still has to be
        said or sent. Who was told late has as much time left as who was told in time. Where nobody can be
        reached (<code>answerVia</code> is <code>none</code>), that is on record in the place of the notice.
      </li>
    </ul>`;
}

const MOMENTS: [when: string, what: string, entry: EntryType][] = [
  [
    'A promise is near its end',
    'It is warned of, once; the entry names the owner. Programs that follow the log can call somebody.',
    'promise.warned',
  ],
  [
    'The time of a promise is over',
    'It is broken, and a breach is born. Where it was one for news, the next is made at once.',
    'promise.broken',
  ],
  [
    `A promise has waited for ${spokenDuration(BUILT_IN.pauses.longest)}`,
    'Its time goes on, whether the customer has answered or not.',
    'promise.recomputed',
  ],
  [
    'The customer has not answered a question by replyBy',
    'Work goes on without the answer.',
    'complaint.resumed',
  ],
  [
    `${spokenDuration(BUILT_IN.closingNotice)} before the closing window is over`,
    'The customer is told that silence will close the complaint.',
    'message.sent',
  ],
  [
    `${spokenDuration(BUILT_IN.closingWindow)} after the decision`,
    'The complaint is closed, and the entry says that it was silence. The customer is told so, and how long ' +
      'they can still disagree.',
    'complaint.closed',
  ],
  [
    'A promise that outlived the end of a complaint is broken',
    'The closed complaint is reopened, one level higher.',
    'complaint.reopened',
  ],
];
