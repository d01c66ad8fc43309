import { type Tag, TAGS } from '../../kernel/tags.js';
import { html, prose, type SafeHtml } from '../html.js';
import type { Page, Site } from '../page.js';
import { code, note, table } from '../parts.js';
import { Described } from './reference-document.js';
import type { LinkTo } from './reference-forms.js';
import { methodTag, writeOperation } from './reference-operation.js';
import { resourcesOf, writeResources } from './reference-resources.js';

const CHAPTERS = Object.keys(TAGS) as Tag[];

export const REFERENCE_PAGE: Page = {
  path: 'reference',
  title: 'API reference',
  purpose: 'Every operation of the API: what it takes, what it answers, and when it refuses.',
  chapter: 'interface',
  body: (site) => {
    const described = new Described(site.document);
    return html`${introduction(site)} ${CHAPTERS.map((tag) => overview(tag, described, site))}`;
  },
};

/** A page for each chapter, and one that holds them all. */
export const REFERENCE_PAGES: readonly Page[] = [
  ...CHAPTERS.map((tag): Page => ({
    path: pathOf(tag),
    title: titleOf(tag),
    purpose: TAGS[tag],
    chapter: 'interface',
    body: (site) => {
      const described = new Described(site.document);
      return chapterBody(tag, described, site, linksBetween(described, site, tag));
    },
  })),
  {
    path: 'reference/all',
    title: 'All on one page',
    repeats: true,
    purpose: 'The whole reference at once, to print, to keep, or to search with the browser.',
    chapter: 'interface',
    body: (site) => {
      const described = new Described(site.document);
      return html`${CHAPTERS.map(
        (tag) =>
          html`<h2 id="chapter-${tag}" class="chapter">${titleOf(tag)}</h2>
            <p class="purpose">${TAGS[tag]}</p>
            ${chapterBody(tag, described, site, (name) => `#${name}`)}`,
      )}`;
    },
  },
];

function introduction(site: Site): SafeHtml {
  return html`${note(
      html`<p>
        An <strong>operation</strong> is one thing that a program can ask of this service: a method (<code
          >GET</code
        >
        reads, <code>POST</code> does something, <code>PATCH</code> changes, <code>DELETE</code> ends) and an
        address. Each is described with who may, what it takes, what it answers, and every way in which it can
        say no.
      </p>`,
    )}
    <h2 id="calling">Calling it</h2>
    <p>
      The calls of these pages run in a shell with curl 7.82 or later, as they stand. They read the address of
      the service and the token of whoever asks from two variables, and the ids in their paths from others.
    </p>
    ${code(
      'Once for each terminal',
      `export URL=${site.address}\nexport TOKEN=…   # accessToken, as ${site.outside('/v1/sessions')} answers it`,
    )}
    <h2 id="everywhere">What holds everywhere</h2>
    ${prose(afterFirst(site.document.info.description ?? ''))}
    <p>
      <a href="${site.href('reference/all')}">All chapters on one page</a>, to print;
      <a href="${site.outside('/openapi.json')}">the same for programs</a>, as OpenAPI 3.1.
    </p>`;
}

function overview(tag: Tag, described: Described, site: Site): SafeHtml {
  return html`<h2 id="${tag}"><a href="${site.href(pathOf(tag))}">${titleOf(tag)}</a></h2>
    <p>${TAGS[tag]}</p>
    ${table({
      caption: `Operations on ${tag}`,
      head: ['Operation', 'What it does'],
      rows: described
        .chapter(tag)
        .map(({ method, path, summary, operationId }) => [
          html`<span class="call">${methodTag(method)} <code>${path}</code></span>`,
          html`<a href="${site.href(pathOf(tag), operationId)}">${summary}</a>`,
        ]),
    })}`;
}

function chapterBody(tag: Tag, described: Described, site: Site, linkTo: LinkTo): SafeHtml {
  const names = [...resourcesOf(described)].filter(([, owner]) => owner === tag).map(([name]) => name);
  return html`${described.chapter(tag).map((operation) => writeOperation(operation, { site, described, linkTo }))}
  ${
    names.length === 0
      ? ''
      : html`<h2 id="${tag}-resources">What is answered</h2>
          ${writeResources(names, described, linkTo)}`
  }`;
}

/** From a chapter's page: a resource of its own is on the same page, another on that of its chapter. */
function linksBetween(described: Described, site: Site, here: Tag): LinkTo {
  const owners = resourcesOf(described);
  return (name) => {
    const owner = owners.get(name);
    return owner === undefined || owner === here ? `#${name}` : site.href(pathOf(owner), name);
  };
}

function pathOf(tag: Tag): string {
  return `reference/${tag}`;
}

function titleOf(tag: Tag): string {
  return `${tag.charAt(0).toUpperCase()}${tag.slice(1)}`;
}

function afterFirst(text: string): string {
  return text.split('\n\n').slice(1).join('\n\n');
}
