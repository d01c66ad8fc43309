import { PROMISE_KINDS } from '../../../complaints/complaint.words.js';
import type { BusinessDays, LegalPromise, Profile } from '../../../standards/profiles/profile.js';
import { html, type SafeHtml } from '../../html.js';
import { table, terms } from '../../parts.js';
import { spokenDuration, spokenTerm } from '../time-words.js';

/** A profile in full. */
export function profileSection(profile: Profile): SafeHtml {
  const { name, title, source, zone, businessDays, pauseRule, timeBands, retention, routesOutside } = profile;
  return html`<h2 id="${name}">${title}</h2>
    ${terms([
      { term: 'Name', meaning: html`<code>${name}</code>` },
      { term: 'Source', meaning: source },
      { term: 'Days', meaning: days(zone, businessDays) },
      { term: 'Pauses', meaning: pauseRule.meaning },
      { term: 'Time bands of its return', meaning: timeBands.map(bandInWords).join('; ') },
      { term: 'Records are kept for', meaning: spokenDuration(retention) },
      { term: 'Routes outside the house', meaning: html`“${routesOutside}”` },
    ])}
    ${promises(profile)}${letters(profile)}`;
}

/** How far a promise of the law moves, counted from its own beginning. */
export function furthest({ extension }: LegalPromise): string {
  if (!extension) return 'not at all';
  return extension.limit ? `to ${spokenTerm(extension.limit)}` : 'to any date';
}

function days(zone: string, business: BusinessDays | null): string {
  if (!business) return `Every day counts, by the clock of ${zone}.`;
  const { country, region, days: week, hours } = business;
  const [first = '', last = ''] = [week[0], week.at(-1)].map((day) => capital(day ?? ''));
  const land = new Intl.DisplayNames(['en'], { type: 'region' }).of(country) ?? country;
  const place = region === null ? land : `${land}, ${region}`;
  return (
    `By the clock of ${zone}. Business days are ${first} to ${last} without public holidays (${place}); ` +
    `they end at ${hours.to}.`
  );
}

function bandInWords({ name, upTo }: Profile['timeBands'][number]): string {
  return upTo ? `within ${spokenTerm(upTo)}` : name.replaceAll('_', ' ');
}

function promises({ name, promises: all }: Profile): SafeHtml {
  if (all.length === 0) return html`<p>It sets no time: the promises are those of the house.</p>`;
  return table({
    caption: `What the law promises (${name})`,
    head: ['Kind', 'Time', 'Clause', 'Moves, from the same beginning', 'Letter that says so'],
    rows: all.map((promise) => [
      html`<code>${promise.kind}</code>, ${PROMISE_KINDS[promise.kind]}`,
      spokenTerm(promise),
      promise.clause,
      promise.extension ? `${furthest(promise)} (${promise.extension.clause})` : furthest(promise),
      promise.extension ? html`<code>${promise.extension.letter}</code>` : '–',
    ]),
  });
}

function letters({ name: profile, letters: all }: Profile): SafeHtml {
  return table({
    caption: `Letters that must be written (${profile})`,
    head: ['Letter', 'Clause', 'What it must say'],
    rows: all.map(({ name, clause, mustSay }) => [
      html`<code>${name}</code>`,
      clause,
      html`<ul>
        ${mustSay.map((point) => html`<li>${point}</li>`)}
      </ul>`,
    ]),
  });
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
