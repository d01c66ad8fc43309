import { Controller, Header, Param } from '@nestjs/common';
import { notFound, type ProblemCode, PROBLEMS } from '../../kernel/refusal.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ApiDocument } from './api-document.js';
import { overviewPage, problemPage } from './pages.js';

const HTML = 'text/html; charset=utf-8';
/** The pages carry their few lines of style with them, and nothing else. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const CODES = Object.keys(PROBLEMS) as ProblemCode[];
const NAMES = CODES.map((code) => code.replaceAll('_', '-'));

/** The documentation: one plain page, a page for each problem, and the document that both are made of. */
@Controller()
export class DocsController {
  constructor(private readonly document: ApiDocument) {}

  @Endpoint({
    method: 'GET',
    path: 'openapi.json',
    operationId: 'getOpenApiDocument',
    tag: 'documentation',
    summary: 'The OpenAPI document',
    description: 'The whole API as OpenAPI 3.1, for programs that generate clients, pages and tests.',
    permission: 'docs:read',
    rawType: 'application/json',
  })
  openApi() {
    return this.document.get();
  }

  @Endpoint({
    method: 'GET',
    path: 'docs',
    operationId: 'readDocumentation',
    tag: 'documentation',
    summary: 'The documentation as a page',
    description: 'Every operation and every problem on one page, without scripts or requests to elsewhere.',
    permission: 'docs:read',
    rawType: HTML,
  })
  @Header('Content-Security-Policy', POLICY)
  overview(): string {
    return overviewPage(this.document.get());
  }

  @Endpoint({
    method: 'GET',
    path: 'docs/problems/:problem',
    operationId: 'readProblem',
    tag: 'documentation',
    summary: 'The page of a problem',
    description: 'What a problem means and what a caller does about it; `type` of every error leads here.',
    permission: 'docs:read',
    params: { problem: NAMES },
    rawType: HTML,
  })
  @Header('Content-Security-Policy', POLICY)
  problem(@Param('problem') name: string): string {
    const code = CODES[NAMES.indexOf(name)];
    if (!code) throw notFound();
    return problemPage(code);
  }
}
