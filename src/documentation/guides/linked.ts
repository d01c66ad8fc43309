import { prose, SafeHtml } from '../html.js';
import type { Site } from '../page.js';

/** `prose` with links to other pages; an address without `/` before it is one of ours. */
export function linked(site: Site, markdown: string): SafeHtml {
  const text = prose(markdown).text.replace(
    /\[([^\]]+)\]\(([a-z0-9/-]+)(?:#([A-Za-z0-9_.-]+))?\)/g,
    (_, words: string, path: string, anchor?: string) =>
      `<a href="${hrefOf(site, path, anchor)}">${words}</a>`,
  );
  return new SafeHtml(text);
}

function hrefOf(site: Site, path: string, anchor?: string): string {
  return path.startsWith('/') ? site.outside(path) : site.href(path, anchor);
}
