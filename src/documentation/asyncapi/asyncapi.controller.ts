import { Controller } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { ApiDocument } from '../../platform/openapi/api-document.js';
import { describeEvents } from './asyncapi-document.js';

/** The document that programs which follow what happens are made from. */
@Controller('asyncapi.json')
export class AsyncApiController {
  private made: object | undefined;

  constructor(
    private readonly document: ApiDocument,
    private readonly config: Config,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'getAsyncApiDocument',
    tag: 'documentation',
    summary: 'The AsyncAPI document',
    description:
      'What is sent to those who follow, as AsyncAPI 3.1: every type of event, and the channels of it.',
    permission: 'docs:read',
    rawType: 'application/json',
  })
  get(): object {
    return (this.made ??= describeEvents(this.document.get(), this.config.publicUrl));
  }
}
