import type { CustomerPromise } from '../../../complaints/promises/promise.entity.js';
import { BUILT_IN } from '../../../standards/built-in.js';
import type { AppliesTo } from '../../../standards/standard.js';
import { html, type SafeHtml } from '../../html.js';
import type { Site } from '../../page.js';
import { table } from '../../parts.js';
import { entryLink, named } from '../operations.js';

/** Who makes promises: the house by a standard, the law by a profile, a person by their word. */
export function makers(site: Site): SafeHtml {
  return html`<h2 id="makers">Who makes promises</h2>
    <p>
      <code>madeBy</code> of a promise says who. The same thing can be promised twice, by the house and by the
      law; then both dates stand side by side, and one answer keeps both.
    </p>
    ${table({
      caption: 'Where promises come from',
      head: ['Made by', 'What it is', 'How it comes to be', 'Waits, moves, is released'],
      rows: Object.entries(makersOf(site)).map(([kind, cells]) => [html`<code>${kind}</code>`, ...cells]),
    })}
    <h3 id="standards">Which standard holds</h3>
    <p>
      A house can have many <a href="${site.href('glossary', 'standard')}">standards</a>. They are asked in
      the order of their rank, the lowest first, and the first that fits the complaint holds. The one that is
      built in fits everything and is asked last. A standard can ask for:
    </p>
    ${table({
      caption: 'What a standard is chosen by; all that are given have to fit',
      head: ['Condition', 'What it looks at'],
      rows: Object.entries(CONDITIONS).map(([name, meaning]) => [html`<code>${name}</code>`, meaning]),
    })}
    <ul>
      <li>
        A change of a standard makes a new <strong>version</strong>; no version ever changes. A complaint
        keeps the version that it began with, so that what was promised stays what it was.
      </li>
      <li>
        Where its severity, tier or category changes and another standard fits now, that one takes over, with
        ${entryLink(site, 'complaint.restandardised')} in the log.
      </li>
      <li>
        A supervisor can measure a complaint anew, with a reason: the action
        <a href="${site.href('workflow', 'restandardise')}"><code>restandardise</code></a
        >. ${named(site, 'previewStandard')} says beforehand which open complaints a standard would change,
        and how.
      </li>
      <li>
        <strong>No date that the customer was told becomes later by that</strong>, whatever changes. A later
        date has to be <a href="#by-hand">told to the customer</a>.
      </li>
    </ul>`;
}

const CONDITIONS: Record<keyof AppliesTo, string> = {
  tiers: 'how the house classes the customer, such as gold',
  channels: 'how the complaint came in',
  categoryIds: 'what it is about',
  severities: 'how bad it is for the customer',
  languages: 'the language of the customer; hu fits hu-HU as well',
};

function makersOf(site: Site): Record<CustomerPromise['madeByKind'], [string, SafeHtml, SafeHtml]> {
  const by = (operation: string) => named(site, operation);
  return {
    standard: [
      'the house, by its standard',
      html`By itself, when an action calls for it. ${String(BUILT_IN.promises.length)} kinds have a time in
      each standard (${by('listStandards')}).`,
      html`Waits where the standard says so; moves when the customer is told; is released by what ends the
      complaint.`,
    ],
    law: [
      'the law, by the profile of its regulator',
      html`By itself, when the complaint is received, once.
        <a href="${site.href('profiles')}">Regulators</a> says what each of them asks.`,
      html`Never waits; moves only as far as the law allows; is never released by the customer.`,
    ],
    user: [
      'a person, by name',
      html`With the agreed actions when an owner is named, or at any time (${by('makePromise')}). The person
      says what and by when.`,
      html`An agreed action waits while the customer is asked; it moves when the customer is told, and is
      released by the word of the customer.`,
    ],
  };
}
