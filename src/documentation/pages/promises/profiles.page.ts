import type { LegalPromise, Profile } from '../../../standards/profiles/profile.js';
import { PROFILE_NAMES, type ProfileName, PROFILES } from '../../../standards/profiles/profiles.js';
import { html, type SafeHtml } from '../../html.js';
import type { Page, Site } from '../../page.js';
import { note, table, terms } from '../../parts.js';
import { joined, named } from '../operations.js';
import { spokenTerm } from '../time-words.js';
import { furthest, profileSection } from './profile-section.js';

/** How far a profile was held against the text of its rule. */
export const READINGS = {
  'in outline': 'Read in outline or in summary; nothing beside that.',
  'in part':
    'Read in part; what was not read is from knowledge, and the source of the profile says what that is.',
  no: 'From knowledge only: nobody held it against the text.',
} as const;

/** What was read of each profile, as its source says. */
export const READ: Record<ProfileName, keyof typeof READINGS> = {
  iso_10002: 'in outline',
  uk_disp: 'in part',
  uk_disp_payments: 'in part',
  us_cfpb: 'in part',
  au_rg271: 'in part',
  eu_joint_guidelines: 'in outline',
  eu_payment_services: 'no',
  hu_consumer_act: 'in part',
};

export const PROFILES_PAGE: Page = {
  path: 'profiles',
  title: 'Regulators',
  purpose:
    'What regulators ask of a house that handles complaints, as this program knows it: times, letters, routes ' +
    'outside. Read it to see what the law promises to a customer beside the house.',
  chapter: 'trade',
  body: (site) =>
    html`<p>
        What a regulator asks stands in a profile. One profile holds for the whole house: it is chosen when
        the program is started, by the variable <code>REGULATOR_PROFILE</code>, and where none is named it is
        <a href="#${PROFILE_NAMES[0] ?? ''}"><code>${PROFILE_NAMES[0] ?? ''}</code></a
        >. ${named(site, 'listProfiles')} says which one it is here (<code>chosen</code>).
      </p>
      <h2 id="effect">What a profile does</h2>
      ${effect(site)}
      <h2 id="all">All profiles</h2>
      ${overview()}
      <h2 id="read">What was read in the text</h2>
      ${readings()}${PROFILE_NAMES.map((name) => profileSection(PROFILES[name]))}`,
};

function effect(site: Site): SafeHtml {
  return html`<ul>
      <li>
        When a complaint is received, its promises are made beside those of the house (<a
          href="${site.href('promises', 'makers')}"
          ><code>law</code></a
        >). Where the standard of the house is stricter, its date comes first; the law is the last line.
      </li>
      <li>
        They never wait for the customer, move only as far as the profile says, and no standard or calendar of
        the house reaches them.
      </li>
      <li>
        The letter that acknowledges a complaint names the date that the law allows, and the rule. A letter
        that moves such a date says that the customer may turn to somebody outside the house.
      </li>
      <li>A complaint keeps the profile under which it was received.</li>
    </ul>
    ${note(
      'The rest is knowledge for people and for programs that read it: what letters must say is for those who ' +
        'write them, no return is written from the time bands, and nothing is erased when its time is over. A ' +
        'profile is no legal advice.',
    )}`;
}

function overview(): SafeHtml {
  const all: Profile[] = Object.values(PROFILES);
  return table({
    caption: 'The profiles, with what each promises by law',
    head: ['Profile', 'What it is', 'Promises', 'Moves', 'Text read'],
    rows: all.map(({ name, title, promises }) => [
      html`<a href="#${name}">${name}</a>`,
      title,
      promises.length === 0 ? 'none' : lines(promises.map(promised)),
      promises.length === 0 ? '–' : lines(promises.map(moves)),
      READ[name as ProfileName],
    ]),
  });
}

const promised = (promise: LegalPromise) => html`<code>${promise.kind}</code> in ${spokenTerm(promise)}`;
const moves = (promise: LegalPromise) => html`<code>${promise.kind}</code> ${furthest(promise)}`;
const lines = (all: SafeHtml[]) => html`${all.map((line) => html`<div>${line}</div>`)}`;

function readings(): SafeHtml {
  return html`<p>
      Rules change, and this program is not their text. Each profile says what it was made from, and how far
      it was held against that.
    </p>
    ${terms(
      Object.entries(READINGS).map(([reading, meaning]) => ({
        term: reading,
        meaning: html`${meaning}
        ${joined(
          PROFILE_NAMES.filter((name) => READ[name] === reading).map(
            (name) => html`<a href="#${name}"><code>${name}</code></a>`,
          ),
        )}`,
      })),
    )}`;
}
