import type { TestApp } from '../support/app.js';

/** Reads pages as their readers get them, each once. */
export function readerOf(app: TestApp): (path: string) => Promise<string> {
  const pages = new Map<string, string>();
  return async (path) => {
    const known = pages.get(path);
    if (known !== undefined) return known;
    const { status, body } = await app.anonymous.get<string>(path);
    if (status !== 200) throw new Error(`${path} answers ${status}`);
    pages.set(path, body);
    return body;
  };
}

export function idsOf(page: string): string[] {
  return [...page.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
}

/** What stands below a heading, up to the next of its level or above. */
export function sectionOf(page: string, id: string): string {
  const [, level = '', rest = ''] = new RegExp(`<h([23])[^>]* id="${id}"[^>]*>([^]*)`).exec(page) ?? [];
  if (level === '') throw new Error(`there is no heading ${id}`);
  return rest.split(level === '2' ? /<h2|<\/main>/ : /<h[23]|<\/main>/)[0] ?? '';
}

/** What stands beside a term. */
export function meaningOf(section: string, term: string): string {
  const [, meaning = ''] = new RegExp(`<dt>${term}</dt>\\s*<dd>([^]*?)</dd>`).exec(section) ?? [];
  return meaning.trim();
}

/** The cells of each row of a table, by the heading of the row. */
export function rowsOf(section: string): Map<string, string[]> {
  const rows = [...section.matchAll(/<th[^>]*scope="row"[^>]*>([^]*?)<\/th>([^]*?)<\/tr>/g)];
  return new Map(
    rows.map(([, heading = '', cells = '']) => [
      textOf(heading),
      [...cells.matchAll(/<td[^>]*>[^]*?<div>([^]*?)<\/div>/g)].map(([, cell = '']) => textOf(cell)),
    ]),
  );
}

function textOf(written: string): string {
  return written.replace(/<[^>]*>/g, '').trim();
}

export function escaped(text: string): string {
  return text.endsWith('"') ? text : text.replaceAll('&', '&amp;');
}
