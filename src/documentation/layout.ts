import { html, SafeHtml } from './html.js';
import { outlineOf } from './outline.js';
import { STYLE } from './style.js';
import { CHAPTERS, type Chapter, type Page, type Site } from './page.js';

const STYLE_SHEET = new SafeHtml(`<style>${STYLE}</style>`);

/** From this many headings on, a page begins with a list of them. */
const OUTLINED = 4;

/**
 * A page as the browser gets it: in its frame of search, contents and way onward, and without scripts.
 * @param question what was searched for, where the page is what was found
 */
export function write(page: Page, site: Site, question = ''): string {
  const { title } = site.document.info;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.path === '' ? page.title : `${page.title} · ${title}`}</title>
        <meta name="description" content="${page.purpose}" />
        <meta name="color-scheme" content="light dark" />
        ${STYLE_SHEET}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the text</a>
        ${head(site, question)}
        <div class="body">
          <main id="main" tabindex="-1">${content(page, site)}</main>
          ${contents(page, site)}
        </div>
        ${foot(site)}
      </body>
    </html> `.text;
}

function head(site: Site, question: string): SafeHtml {
  return html`<header class="top">
    <a class="brand" href="${site.href('')}">${site.document.info.title} <small>documentation</small></a>
    <a class="to-contents" href="#contents">Contents</a>
    <form class="search" role="search" action="${site.href('search')}">
      <input
        type="search"
        name="q"
        maxlength="200"
        value="${question}"
        aria-label="Search the documentation"
        placeholder="Search"
      />
      <button>Search</button>
    </form>
  </header>`;
}

function content(page: Page, site: Site): SafeHtml {
  const body = page.body(site);
  return html`${trail(page, site)}
    <h1>${page.title}</h1>
    <p class="purpose">${page.purpose}</p>
    ${outline(body)} ${withSelfLinks(body)} ${onward(page, site)}`;
}

/** Where a page stands that is below another. */
function trail(page: Page, site: Site): SafeHtml {
  const above = site.pages.find(({ path }) => path === parentOf(page.path));
  if (!above) return html``;
  return html`<p class="trail"><a href="${site.href(above.path)}">${above.title}</a> ›</p>`;
}

function outline(body: SafeHtml): SafeHtml {
  const headings = outlineOf(body).filter(({ level }) => level === 2);
  if (headings.length < OUTLINED) return html``;
  return html`<nav class="here" aria-labelledby="here">
    <h2 id="here">On this page</h2>
    <ul>
      ${headings.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
    </ul>
  </nav>`;
}

/** Each heading links to itself, so that its address can be passed on. */
function withSelfLinks(body: SafeHtml): SafeHtml {
  const link = '<a class="self" href="#$3" aria-label="Link to this heading">#</a>';
  return new SafeHtml(
    body.text.replace(/<(h[23])([^>]*) id="([^"]+)"([^>]*)>([^]*?)<\/\1>/g, `<$1$2 id="$3"$4>$5${link}</$1>`),
  );
}

function contents(page: Page, site: Site): SafeHtml {
  const shown = (one: Page): SafeHtml => {
    const below = site.pages.filter(({ path }) => parentOf(path) === one.path);
    const open = below.length > 0 && (page.path === one.path || parentOf(page.path) === one.path);
    return html`<li>
      <a href="${site.href(one.path)}" ${page.path === one.path ? html`aria-current="page"` : ''}
        >${one.title}</a
      >
      ${
        open
          ? html`<ul>
              ${below.map(shown)}
            </ul>`
          : ''
      }
    </li>`;
  };
  const chapters = (Object.keys(CHAPTERS) as Chapter[])
    .map((chapter) => ({
      title: CHAPTERS[chapter],
      pages: mainPages(site.pages).filter((one) => one.chapter === chapter),
    }))
    .filter(({ pages }) => pages.length > 0);
  return html`<nav class="contents" id="contents" aria-label="Contents">
    ${chapters.map(
      ({ title, pages }) =>
        html`<h2>${title}</h2>
          <ul>
            ${pages.map(shown)}
          </ul>`,
    )}
  </nav>`;
}

/** The pages before and after this one, in reading order. */
function onward(page: Page, site: Site): SafeHtml {
  const order = mainPages(site.pages);
  const at = order.findIndex(({ path }) => path === page.path);
  if (at < 0) return html``;
  const link = (one: Page | undefined, words: string) =>
    one
      ? html`<div><small>${words}</small><a href="${site.href(one.path)}">${one.title}</a></div>`
      : html`<div></div>`;
  return html`<nav class="onward" aria-label="Onward">
    ${link(order[at - 1], 'Before')} ${link(order[at + 1], 'Read on')}
  </nav>`;
}

function foot(site: Site): SafeHtml {
  const { title, version } = site.document.info;
  return html`<footer class="foot">
    ${title} ${version}. Made from the program that serves it; for programs,
    <a href="${site.outside('/openapi.json')}">the same as OpenAPI</a>.
  </footer>`;
}

/** Those of the table of contents, chapter by chapter. */
function mainPages(pages: readonly Page[]): Page[] {
  const main = pages.filter(({ path }) => !path.includes('/'));
  return (Object.keys(CHAPTERS) as Chapter[]).flatMap((chapter) =>
    main.filter((page) => page.chapter === chapter),
  );
}

/** `reference` for `reference/complaints`; undefined for a page that stands by itself. */
function parentOf(path: string): string | undefined {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : undefined;
}
