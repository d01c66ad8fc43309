import type { SafeHtml } from './html.js';

/** A heading that can be linked to. */
export interface Heading {
  level: number;
  id: string;
  title: string;
}

/** A heading with what stands below it, as a reader sees it, up to the next. */
export interface Section extends Heading {
  text: string;
}

/** The headings of a page that have an id, in order. */
export function outlineOf(body: SafeHtml): Heading[] {
  return sectionsOf(body)
    .filter(({ level }) => level > 0)
    .map(({ level, id, title }) => ({ level, id, title }));
}

/** A page cut at its headings; the first section is what stands above them, with level 0 and without id. */
export function sectionsOf(body: SafeHtml): Section[] {
  const headings = [...body.text.matchAll(/<h([2-4])[^>]* id="([^"]+)"[^>]*>([^]*?)<\/h\1>/g)];
  const starts = headings.map(({ index }) => index);
  const first: Section = { level: 0, id: '', title: '', text: textOf(body.text.slice(0, starts[0])) };
  return [
    first,
    ...headings.map(([whole, level, id = '', title = ''], at) => ({
      level: Number(level),
      id,
      title: textOf(title),
      text: textOf(body.text.slice((starts[at] ?? 0) + whole.length, starts[at + 1])),
    })),
  ];
}

/** What a reader sees of HTML, in one line; what repeats the headings of a table is left out. */
function textOf(written: string): string {
  return written
    .replace(/<(caption|thead)[^]*?<\/\1>|<span class="label"[^]*?<\/span>/g, ' ')
    .replace(/<\/?(a|b|code|em|i|mark|strong)( [^>]*)?>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
