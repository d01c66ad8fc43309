import { Controller } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Endpoint } from '../../../platform/http/endpoint.decorator.js';
import { Body, Caller } from '../../../platform/http/params.js';
import { LetterPreviewDto, PreviewTemplateBody } from './preview.dto.js';
import { LetterPreviewReads } from './preview.reads.js';

@Controller('v1/templates/preview')
export class LetterPreviewController {
  constructor(private readonly previews: LetterPreviewReads) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'previewTemplate',
    tag: 'templates',
    summary: 'Show how a letter would read by a template',
    description:
      'Publishes nothing, and refuses what could not be published. With `complaintId` the names and dates of that ' +
      'complaint are put in, and examples for what only a person would write.',
    permission: 'template:write',
    body: PreviewTemplateBody,
    answers: LetterPreviewDto,
    idempotent: false,
  })
  preview(@Caller() caller: Actor, @Body() body: PreviewTemplateBody): Promise<LetterPreviewDto> {
    return this.previews.preview(caller, body);
  }
}
