import { rolesWith } from '../../../access/roles.js';
import { ENTRY_TYPES, entrySpec, type EntryType } from '../../../audit/entry-catalogue.js';
import type { SubjectType } from '../../../audit/entry-fields.js';
import { ACTION_NAMES, WORKFLOW } from '../../../complaints/complaint.workflow.js';
import { html, type SafeHtml } from '../../html.js';
import type { Page, Site } from '../../page.js';
import { note, table, terms } from '../../parts.js';
import { OTHER_ENTRIES } from '../workflow/other-entries.js';
import { joined } from '../operations.js';
import { SUBJECTS } from './subject-headings.js';

export const ENTRIES_PAGE: Page = {
  path: 'entries',
  title: 'The entries of the log',
  purpose:
    'What the log can say: every type of entry, what it records, which of it is personal, and who sees it. Read it ' +
    'to know what can be proved afterwards, and to build on the log.',
  chapter: 'evidence',
  body: (site) =>
    html`<p>
        Nothing changes without an entry, and no entry is ever altered or taken away. Every entry names its
        type, when it was, who did it, and what it is about; beside that it has exactly the fields listed
        here.
      </p>
      <h2 id="fields">Plain and personal fields</h2>
      ${terms([
        {
          id: 'plain',
          term: 'Plain',
          meaning: 'Numbers, times, codes and names of states. They stand in the entry for ever.',
        },
        {
          id: 'personal',
          term: 'Personal',
          meaning:
            'Names, ways to reach somebody, and whatever a person typed. In their place the entry holds a sealed ' +
            'fingerprint; the value stands beside it and can be erased. The entry stays provable, and the value ' +
            'reads null from then on. The name of who acted is personal too.',
        },
      ])}
      <h2 id="readers">Who sees what</h2>
      ${readers(site)}
      <h2 id="overview">All types</h2>
      ${overview()}${(Object.keys(SUBJECTS) as SubjectType[]).map((subject) => chapter(site, subject))}`,
};

function readers(site: Site): SafeHtml {
  const permission = (name: string) =>
    html`<a href="${site.href('permissions', name)}"><code>${name}</code></a>`;
  return html`<ul>
      <li>The whole log: ${rolesWith('entry:read').join(', ')} (${permission('entry:read')}).</li>
      <li>
        The entries of one complaint and its parts, as its timeline: ${rolesWith('complaint:read').join(', ')}
        (${permission('complaint:read')}).
      </li>
      <li>
        Entries about people, teams, authorities, customers, companies, tiers, standards, calendars, causes,
        categories, corrective actions, legal entities, brands and branches belong to no complaint; they stand
        in the whole log only.
      </li>
      <li>
        Who read personal data or the log, and who was refused (<a href="#personal_data.read"
          ><code>personal_data.read</code></a
        >
        and its neighbours), stands in no timeline, not even that of the complaint that was read; it is found
        in the whole log by <code>accessTo</code>.
      </li>
      <li>
        That a customer is vulnerable, and why, is shown to staff only: an auditor reads null in its place,
        and sees that there was a change.
      </li>
      <li>The complainant sees the complaint as it is now, never the log.</li>
    </ul>
    ${note(
      html`<p>
        Somebody who is complained about never sees the internal notes of that complaint (<a
          href="#message.noted"
          ><code>message.noted</code></a
        >), neither in its timeline nor in the log, and reads null for what others noted on a link (<a
          href="#link.added"
          ><code>link.added</code></a
        >) with it.
      </p>`,
    )}`;
}

function overview(): SafeHtml {
  return table({
    caption: 'Every type of entry and what it means',
    head: ['Type', 'Meaning'],
    rows: ENTRY_TYPES.map((type) => [html`<a href="#${type}">${type}</a>`, inCode(entrySpec(type).meaning)]),
  });
}

function chapter(site: Site, subject: SubjectType): SafeHtml {
  const types = ENTRY_TYPES.filter((type) => entrySpec(type).subject === subject);
  return html`<h2 id="${subject}">${SUBJECTS[subject]}</h2>
    ${types.map((type) => section(site, type))}`;
}

function section(site: Site, type: EntryType): SafeHtml {
  const { meaning, data } = entrySpec(type);
  const fields = Object.entries(data);
  const named = (personal: boolean) =>
    joined(
      fields.flatMap(([name, field]) => (field.personal === personal ? [html`<code>${name}</code>`] : [])),
    );
  const lines = [
    { term: 'Plain fields', meaning: named(false), of: fields.some(([, field]) => !field.personal) },
    { term: 'Personal fields', meaning: named(true), of: fields.some(([, field]) => field.personal) },
    { term: 'Fields', meaning: 'none of its own', of: fields.length === 0 },
    { term: 'Who sees it', meaning: seenBy(type), of: true },
    { term: 'Written by', meaning: writtenBy(site, type), of: actionsOf(type).length > 0 },
  ];
  return html`<h3 id="${type}"><code>${type}</code></h3>
    <p>${inCode(meaning)}</p>
    ${terms(lines.filter((line) => line.of))}`;
}

/** What a complaint's timeline shows. */
const OF_COMPLAINTS: readonly SubjectType[] = [
  'complaint',
  'fact',
  'message',
  'promise',
  'breach',
  'remedy',
  'issue',
  'representative',
  'link',
  'referral',
];

function seenBy(type: EntryType): string {
  const { subject } = entrySpec(type);
  if (!OF_COMPLAINTS.includes(subject)) return rolesWith('entry:read').join(', ');
  const seen = rolesWith('complaint:read').join(', ');
  return type === 'message.noted' ? `${seen}, but never somebody who is complained about` : seen;
}

function actionsOf(type: EntryType) {
  return ACTION_NAMES.filter(
    (name) => WORKFLOW.actions[name].entry === type || OTHER_ENTRIES[name]?.entry === type,
  );
}

function writtenBy(site: Site, type: EntryType): SafeHtml {
  return joined(
    actionsOf(type).map((name) => html`<a href="${site.href('workflow', name)}"><code>${name}</code></a>`),
  );
}

/** Words in backquotes as code. */
function inCode(text: string): SafeHtml {
  return joined(
    text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`)),
    '',
  );
}
