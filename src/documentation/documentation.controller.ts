import { Controller, Header, Param } from '@nestjs/common';
import { notFound } from '../kernel/refusal.js';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { ApiDocument } from '../platform/openapi/api-document.js';
import { write } from './layout.js';
import { type Page, Site } from './page.js';
import { PAGES } from './pages.js';
import { PROBLEM_PAGES } from './pages/problems.page.js';

const HTML = 'text/html; charset=utf-8';
/** The pages carry their few lines of style with them, and nothing else. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const NAMES = PAGES.map(({ path }) => path).filter((path) => path !== '');
const PROBLEM_NAMES = PROBLEM_PAGES.map(({ path }) => path.slice('problems/'.length));

/** The documentation as pages; `/openapi.json` is the same for programs. */
@Controller('docs')
export class DocumentationController {
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
    return this.write(PAGES, '');
  }

  @Endpoint({
    method: 'GET',
    path: ':page',
    operationId: 'readDocumentationPage',
    tag: 'documentation',
    summary: 'A page of the documentation',
    permission: 'docs:read',
    params: { page: NAMES },
    rawType: HTML,
  })
  @Header('Content-Security-Policy', POLICY)
  page(@Param('page') name: string): string {
    return this.write(PAGES, name);
  }

  @Endpoint({
    method: 'GET',
    path: 'problems/:problem',
    operationId: 'readProblem',
    tag: 'documentation',
    summary: 'The page of a problem',
    description: 'What a problem means and what a caller does about it; `type` of every error leads here.',
    permission: 'docs:read',
    params: { problem: PROBLEM_NAMES },
    rawType: HTML,
  })
  @Header('Content-Security-Policy', POLICY)
  problem(@Param('problem') name: string): string {
    return this.write(PROBLEM_PAGES, `problems/${name}`);
  }

  /** @throws Refusal 404 where there is no such page */
  private write(pages: readonly Page[], path: string): string {
    const page = pages.find((one) => one.path === path);
    if (!page) throw notFound();
    return write(page, new Site(this.document.get()));
  }
}
