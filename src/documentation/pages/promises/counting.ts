import { nameOf } from '../../../complaints/promises/terms.js';
import type { Entry } from '../../../audit/entries/entry.js';
import { COUNTED_TIMES } from '../../../kernel/term.js';
import { BUILT_IN } from '../../../standards/built-in.js';
import { html, type SafeHtml } from '../../html.js';
import type { Site } from '../../page.js';
import { table, terms } from '../../parts.js';
import { entryLink, named } from '../operations.js';
import { spokenDuration } from '../time-words.js';

/** How the time of a promise is counted, and when it is counted anew. */
export function counting(site: Site): SafeHtml {
  return html`<h2 id="times">How the time is counted</h2>
    <p>
      A standard says for each promise how long it may take, and which time counts. What a person promises is
      not counted: the person names the moment.
    </p>
    ${terms(
      Object.entries(COUNTED_TIMES).map(([time, meaning]) => ({
        id: `time-${time}`,
        term: html`<code>${time}</code>`,
        meaning: html`<p>${meaning}.</p>
          <p>${EXAMPLES[time as keyof typeof COUNTED_TIMES]}</p>`,
      })),
    )}
    <p>
      The standard “${nameOf(BUILT_IN)}” counts elapsed time only. From its warning on (<code>warnAt</code>,
      there after ${String(BUILT_IN.promises[0]?.warnAtPercent ?? 0)} % of its time) a promise is near its
      end.
    </p>
    ${calendars(site)}${waiting(site)}${anew(site)}`;
}

const EXAMPLES: Record<keyof typeof COUNTED_TIMES, string> = {
  elapsed:
    'Days, weeks and months end at the same hour on the wall as they began, also where the clocks change ' +
    'between: 28 days from Monday at 10:00 end on a Monday at 10:00.',
  business:
    'Hours and minutes count while the house is open: 4 hours from Friday at 16:00, where it closes at 17:00 and ' +
    'opens on Monday at 9:00, end on Monday at 12:00. Days are business days: 3 of them end at the close of the ' +
    'third one after the day on which they began.',
};

function calendars(site: Site): SafeHtml {
  return html`<h3 id="calendars">Calendars</h3>
    <p>
      Business time is that of a <a href="${site.href('glossary', 'calendar')}">calendar</a>
      (${named(site, 'listCalendars')}), which a standard names. A calendar has:
    </p>
    ${terms([
      {
        term: html`<code>zone</code>, <code>hours</code>`,
        meaning:
          'The place whose clock on the wall counts, and the weekly opening hours: several periods a day, so that ' +
          'a break at noon does not count.',
      },
      {
        term: html`<code>holidays</code>`,
        meaning: html`Days on which the house is closed. They can be taken from an iCalendar file or from the
        public holidays of a country (${named(site, 'importHolidays')}).`,
      },
      {
        term: html`<code>exceptions</code>`,
        meaning: 'Days with hours of their own, such as a Saturday that is worked.',
      },
      {
        term: html`<code>moves</code>`,
        meaning: 'From a day on other hours, or another zone: the office moves.',
      },
    ])}
    <p>
      Every change makes a new version, and every version stays readable
      (${named(site, 'getCalendarVersion')}): a date that was counted years ago can be counted again. The
      business days of a <a href="${site.href('profiles')}">regulator</a> are a calendar of their own, which
      the house cannot change.
    </p>`;
}

function waiting(site: Site): SafeHtml {
  return html`<h3 id="waiting">While the customer is asked</h3>
    <p>
      A promise that may wait does so from the moment when the question left the house until work goes on.
      That stretch is kept as a pause with its beginning and its end, and its time is later by as much of it
      as would have counted: a pause over a weekend costs nothing where the house was closed. A pause counts
      for ${spokenDuration(BUILT_IN.pauses.longest)} at most in the built-in standard; more stands under
      <a href="${site.href('workflow', 'pauses')}">pauses</a>. The first answer never waits, and nothing that
      is owed by law.
    </p>`;
}

type Cause = NonNullable<Entry<'promise.recomputed'>['data']['cause']>;

const CAUSES: Record<Cause, string> = {
  resumed: 'The promise waited for the customer, and goes on: it is due later by the pause.',
  standard: 'The complaint is measured by another standard, or by another version of its own.',
  calendar: 'The calendar that it is counted by was changed: all open promises under it are counted anew.',
  merged:
    'A complaint about the same was merged into this one, and had the earlier date for the same promise.',
};

function anew(site: Site): SafeHtml {
  return html`<h3 id="counted-anew">When a date is counted anew</h3>
    ${table({
      caption: 'Why an open promise gets another time, as the log names it',
      head: ['Cause', 'What happened'],
      rows: Object.entries(CAUSES).map(([cause, meaning]) => [html`<code>${cause}</code>`, meaning]),
    })}
    <ul>
      <li>
        Each time leaves ${entryLink(site, 'promise.recomputed')} with the old and the new date, and the rule.
      </li>
      <li>
        Pauses are never lost, whatever changes. Promises of the law and of persons are not counted anew by
        the house: neither its standards nor its calendars reach them.
      </li>
      <li>A date that the customer was told becomes earlier, or stays: it never becomes later.</li>
      <li>
        A date that would lie in the past before anybody knew of it cannot be kept; then its time begins at
        the moment of the change.
      </li>
    </ul>`;
}
