import { BUILT_IN } from '../../../communications/built-in/built-in.js';
import { BODY_MAX, FILTERS, SUBJECT_MAX, TAGS } from '../../../communications/letters/engine.js';
import {
  DUTIES,
  dutiesOf,
  kindOf,
  LETTER_KIND_NAMES,
  type LetterKind,
} from '../../../communications/letters/kinds.js';
import { variableOf, VARIABLE_TYPES } from '../../../communications/letters/variables.js';
import { html, type SafeHtml } from '../../html.js';
import type { Page } from '../../page.js';
import { code, table, terms } from '../../parts.js';

export const LETTERS_PAGE: Page = {
  path: 'letters',
  title: 'The letters',
  purpose:
    'Every kind of letter that the house writes, what it has to say, and in which words. Read it before you publish ' +
    'words of your own.',
  chapter: 'trade',
  body: (site) =>
    html`<p>
        A letter is what a person wants to say, and what the house owes to the customer beside that: a date, a
        name, a way on. The second part comes from a <em>template</em>, in the language of the complaint or
        the nearest there is: <code>hu-HU</code>, then <code>hu</code>, then <code>en</code>. Templates in
        ${languages()} come with the program as version 0. Administrators
        <a href="${site.href('reference/templates')}">publish others</a>; every message names the one it was
        written by.
      </p>
      <h2 id="templates">How a template is written</h2>
      <p>
        In a small part of Liquid:
        <code>{{ replyBy }}</code> writes a value, <code>{% if plan %}</code> asks whether there is one, and
        <code>{% if outcome == 'upheld' %}</code> compares a choice with one of its values. The tags are
        ${names(TAGS)}, the filters ${names(FILTERS)}. A subject has at most ${String(SUBJECT_MAX)}
        characters, a body ${String(BODY_MAX)}. What people typed is put in as it is: it is never read as a
        template.
      </p>
      <p>
        A template is tried before it is published, with every choice and with everything that may be empty
        once full and once empty. One that leaves out what the customer is owed, in any of these, is refused:
        no letter is refused later.
      </p>
      <h2 id="duties">What a template owes to a value</h2>
      ${terms(meanings(DUTIES))}
      <h2 id="types">What values are</h2>
      ${terms(meanings(VARIABLE_TYPES))}
      <h2 id="kinds">The kinds of letters</h2>
      ${LETTER_KIND_NAMES.map(chapter)}`,
};

function chapter(kind: LetterKind): SafeHtml {
  const { meaning, part } = kindOf(kind);
  const words = BUILT_IN.get('en')?.[kind];
  return html`<h3 id="${kind}"><code>${kind}</code></h3>
    <p>${meaning}${part ? ' It is put into other letters, so it has no subject.' : ''}</p>
    ${table({
      caption: `What ${kind} can name`,
      head: ['Name', 'What it is', 'Of which kind', 'Named'],
      rows: dutiesOf(kind).map(([name, duty]) => {
        const { meaning: what, type, choices } = variableOf(name);
        return [html`<code>${name}</code>`, what, choices ? `${type}: ${choices.join(', ')}` : type, duty];
      }),
    })}
    ${words ? code('As it comes with the program, in English', words.body) : ''}`;
}

function languages(): string {
  const known = new Intl.DisplayNames('en', { type: 'language' });
  const spoken = [...BUILT_IN.keys()].map((tag) => known.of(tag) ?? tag);
  return new Intl.ListFormat('en').format(spoken);
}

function names(list: readonly string[]): SafeHtml {
  return html`${list.map((name, index) => html`${index > 0 ? ', ' : ''}<code>${name}</code>`)}`;
}

function meanings(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([id, meaning]) => ({ id, term: html`<code>${id}</code>`, meaning }));
}
