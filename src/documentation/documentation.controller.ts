import { Controller, Header, Param, Query } from '@nestjs/common';
import { notFound } from '../kernel/refusal.js';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { ApiDocument } from '../platform/openapi/api-document.js';
import { write } from './layout.js';
import { type Page, Site } from './page.js';
import { PAGES } from './pages.js';
import { SearchIndex } from './search.js';
import { searchPage } from './search.page.js';
import { SearchQuery } from './search.query.js';
import { STYLE_HASH } from './style.js';

const HTML = 'text/html; charset=utf-8';
/** A page brings its style along, drawings come from this host, questions go to it; nothing else is loaded or run. */
const POLICY = [
  "default-src 'none'",
  `style-src '${STYLE_HASH}'`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The documentation as pages; `/openapi.json` is the same for programs. */
@Controller('docs')
export class DocumentationController {
  private readonly written = new Map<string, string>();
  private index: SearchIndex | undefined;

  constructor(private readonly document: ApiDocument) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'readDocumentation',
    tag: 'documentation',
    summary: 'The first page of the documentation',
    description: 'Where to begin. No page has scripts or asks anything of another host.',
    permission: 'docs:read',
    rawType: HTML,
  })
  @Header('Content-Security-Policy', POLICY)
  start(): string {
    return this.read('');
  }

  @Endpoint({
    method: 'GET',
    path: ':page',
    operationId: 'readDocumentationPage',
    tag: 'documentation',
    summary: 'A page of the documentation',
    permission: 'docs:read',
    params: { page: below('') },
    rawType: HTML,
  })
  @Header('Content-Security-Policy', POLICY)
  page(@Param('page') name: string): string {
    if (name.includes('/')) throw notFound();
    return this.read(name);
  }

  @Endpoint({
    method: 'GET',
    path: 'reference/:chapter',
    operationId: 'readReferenceChapter',
    tag: 'documentation',
    summary: 'A chapter of the API reference',
    description:
      'The operations of one chapter in full; `all` is every chapter on one page, to print or to keep.',
    permission: 'docs:read',
    params: { chapter: below('reference/') },
    rawType: HTML,
  })
  @Header('Content-Security-Policy', POLICY)
  chapter(@Param('chapter') name: string): string {
    return this.read(`reference/${name}`);
  }

  @Endpoint({
    method: 'GET',
    path: 'problems/:problem',
    operationId: 'readProblem',
    tag: 'documentation',
    summary: 'The page of a problem',
    description: 'What a problem means and what a caller does about it; `type` of every error leads here.',
    permission: 'docs:read',
    params: { problem: below('problems/') },
    rawType: HTML,
  })
  @Header('Content-Security-Policy', POLICY)
  problem(@Param('problem') name: string): string {
    return this.read(`problems/${name}`);
  }

  @Endpoint({
    method: 'GET',
    path: 'search',
    operationId: 'searchDocumentation',
    tag: 'documentation',
    summary: 'Find words in the documentation',
    description:
      'A page of the places that hold all the words, up to 50, those with the words in a title first.',
    permission: 'docs:read',
    query: SearchQuery,
    rawType: HTML,
  })
  @Header('Content-Security-Policy', POLICY)
  search(@Query() { q }: SearchQuery): string {
    const question = q ?? '';
    this.index ??= new SearchIndex(this.site);
    return write(searchPage(question, this.index.find(question)), this.site, question);
  }

  /** @throws Refusal 404 where there is no such page */
  private read(path: string): string {
    const page = PAGES.find((one) => one.path === path);
    if (!page) throw notFound();
    const written = this.written.get(path) ?? write(page, this.site);
    this.written.set(path, written);
    return written;
  }

  private get site(): Site {
    return new Site(this.document.get(), PAGES);
  }
}

/** The names of the pages directly below an address. */
function below(start: string): Record<string, string> {
  const isBelow = ({ path }: Page) => path.startsWith(start) && path !== start;
  const names = PAGES.filter(isBelow).map(({ path, title }) => [path.slice(start.length), title] as const);
  return Object.fromEntries(names.filter(([name]) => !name.includes('/')));
}
