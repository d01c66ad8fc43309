import { html, type SafeHtml } from '../../html.js';
import type { Site } from '../../page.js';
import { table } from '../../parts.js';
import { named, needLink } from '../operations.js';
import { isPersonal, KINDS } from './kinds.js';

/** What people do with promises, and when they may. */
export function byHand(site: Site): SafeHtml {
  const need = (code: string) => needLink(site, code);
  const rows: [id: string, what: string, rule: SafeHtml][] = [
    [
      'makePromise',
      'Promise something',
      html`${KINDS.filter(isPersonal).join(', ')}; the others are made by the standard and the law.`,
    ],
    [
      'keepPromise',
      'Say that it is done',
      html`Only what a person promises (${need('kept_by_action_only')}): the others are kept by what the house
      does.`,
    ],
    [
      'movePromise',
      'Give it another date',
      html`Before it is due, or when its breach is answered (${need('promise_due')}), with the customer told;
      one owed by law only as far as the law allows (${need('legal_limit')}).`,
    ],
    [
      'releasePromise',
      'Release it',
      html`Only a person’s promise, before it is due or when its breach is answered, by the word of the
      customer (${need('not_releasable')}).`,
    ],
  ];
  return html`<h2 id="by-hand">What people do with promises</h2>
    <p>
      Keeping, moving and releasing is for the owner or a supervisor; before there is an owner, for any staff
      (${need('not_the_owner')}). A promise that is moved is not forgotten: it stays on record as moved, the
      new one stands in its place, and it is counted apart from those that were kept.
    </p>
    ${table({
      caption: 'What people can do with a promise',
      head: ['Doing', 'When', 'Operation'],
      rows: rows.map(([id, what, rule]) => [what, rule, named(site, id)]),
    })}`;
}
