import { html } from './html.js';
import { CHAPTERS, type Chapter, type Page, type Site } from './page.js';
import { PAGES } from './pages.js';

/** A page as the browser gets it: with its table of contents, and without scripts. */
export function write(page: Page, site: Site): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
      </head>
      <body>
        <nav aria-label="Contents">
          ${(Object.keys(CHAPTERS) as Chapter[]).map(
            (chapter) =>
              html`<p>${CHAPTERS[chapter]}</p>
                <ul>
                  ${PAGES.filter((one) => one.chapter === chapter).map(
                    (one) => html`<li><a href="${site.href(one.path)}">${one.title}</a></li>`,
                  )}
                </ul>`,
          )}
        </nav>
        <main>
          <h1>${page.title}</h1>
          <p class="purpose">${page.purpose}</p>
          ${page.body(site)}
        </main>
      </body>
    </html> `.text;
}
