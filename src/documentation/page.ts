import type { OpenAPIObject } from '@nestjs/swagger';
import type { SafeHtml } from './html.js';

/** The chapters of the table of contents, in reading order. */
export const CHAPTERS = {
  start: 'Begin here',
  trade: 'How a complaint is treated',
  evidence: 'What can be proved',
  interface: 'Building on the API',
} as const;

export type Chapter = keyof typeof CHAPTERS;

/** One page below `/docs`. */
export interface Page {
  /** Its address below `/docs/`, in kebab-case; '' is the first page, `a/b` stands below the page `a`. */
  path: string;
  /** Its heading, its line in the table of contents, and its title in the browser. */
  title: string;
  /** What it is for and whom it helps, in one or two plain sentences: every page begins with it. */
  purpose: string;
  chapter: Chapter;
  /** It only repeats what other pages say, so that a search leaves it out. */
  repeats?: true;
  /** What stands below the purpose; headings begin with `<h2 id="…">`. */
  body: (site: Site) => SafeHtml;
}

/** What a page can refer to. */
export class Site {
  constructor(
    readonly document: OpenAPIObject,
    /** All pages, in reading order within their chapters. */
    readonly pages: readonly Page[] = [],
  ) {}

  /** The address of a page: `href('glossary', 'owner')`. */
  href(path: string, anchor?: string): string {
    return `${this.root}/docs${path === '' ? '' : `/${path}`}${anchor === undefined ? '' : `#${anchor}`}`;
  }

  /** What a page is called; its path where there is none of that path. */
  titleOf(path: string): string {
    return this.pages.find((page) => page.path === path)?.title ?? path;
  }

  /** The address of an operation of the API, or of anything else beside `/docs`. */
  outside(path: string): string {
    return `${this.root}${path}`;
  }

  /** Where callers reach the API. */
  get address(): string {
    return (this.document.info.contact?.url ?? '').replace(/\/docs$/, '');
  }

  /** Where the API is reached, as a path: '' unless `PUBLIC_URL` has one. */
  private get root(): string {
    return (this.document.servers?.[0]?.url ?? '').replace(/\/$/, '');
  }
}
