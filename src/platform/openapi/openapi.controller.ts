import { Controller } from '@nestjs/common';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ApiDocument } from './api-document.js';

/** The document that clients, tests and the pages of the documentation are made from. */
@Controller('openapi.json')
export class OpenApiController {
  constructor(private readonly document: ApiDocument) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'getOpenApiDocument',
    tag: 'documentation',
    summary: 'The OpenAPI document',
    description: 'The whole API as OpenAPI 3.1, for programs that generate clients, pages and tests.',
    permission: 'docs:read',
    rawType: 'application/json',
  })
  get() {
    return this.document.get();
  }
}
