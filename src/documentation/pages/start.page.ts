import { html, type SafeHtml } from '../html.js';
import { CHAPTERS, type Chapter, type Page, type Site } from '../page.js';

/** Who reads these pages, what they came for, and the pages that tell them, in the order to read them in. */
const READERS: { who: string; wants: string; pages: string[] }[] = [
  {
    who: 'You audit how complaints are handled',
    wants:
      'You want to know which rules hold, that nobody can go around them, and how to check what happened.',
    pages: ['clauses', 'workflow', 'promises', 'profiles', 'how-to-verify', 'permissions'],
  },
  {
    who: 'You build an application on it',
    wants: 'You want to make the first call in ten minutes and to know what your screens can ask for.',
    pages: [
      'how-to-integrate',
      'how-to-promises',
      'how-to-remedies',
      'how-to-on-the-spot',
      'how-to-customers',
      'how-to-mail',
      'reference',
      'clients',
      'problems',
    ],
  },
  {
    who: 'You handle complaints, or lead those who do',
    wants: 'You want to know what is promised to a customer by when, and what a step asks of you.',
    pages: ['glossary', 'promises', 'workflow', 'entries'],
  },
];

export const START_PAGE: Page = {
  path: '',
  title: 'Amends',
  purpose:
    'A complaint is a chain of promises to a person. This service sees to it that each is kept, or made good, ' +
    'and that it can be proved.',
  chapter: 'start',
  body: (site) =>
    html`<p>
        Amends is the part of a complaint system that nobody sees: it keeps the complaints, enforces the order
        in which a good house treats a complainant, counts every promise with its date, and writes each change
        into a log in which an alteration is found. The screens that people work with are built by others, on
        the interface that these pages describe.
      </p>
      <h2 id="where-to-begin">Where to begin</h2>
      <ul class="cards">
        ${READERS.map((reader) => card(reader, site))}
      </ul>
      <h2 id="pages">Every page</h2>
      ${chapters().map(
        (chapter) =>
          html`<h3>${CHAPTERS[chapter]}</h3>
            ${list(chapter, site)}`,
      )}`,
};

function card({ who, wants, pages }: (typeof READERS)[number], site: Site): SafeHtml {
  return html`<li>
    <h3>${who}</h3>
    <p>${wants}</p>
    <ul>
      ${pages.map((path) => html`<li><a href="${site.href(path)}">${site.titleOf(path)}</a></li>`)}
    </ul>
  </li>`;
}

/** The pages of a chapter with what each is for; those below others stand on their page. */
function list(chapter: Chapter, site: Site): SafeHtml {
  const pages = site.pages.filter((page) => page.chapter === chapter && !/^$|\//.test(page.path));
  return html`<dl>
    ${pages.map(
      ({ path, title, purpose }) =>
        html`<div>
          <dt><a href="${site.href(path)}">${title}</a></dt>
          <dd>${purpose}</dd>
        </div>`,
    )}
  </dl>`;
}

/** All but the one that this page begins. */
function chapters(): Chapter[] {
  return (Object.keys(CHAPTERS) as Chapter[]).filter((chapter) => chapter !== 'start');
}
