import { Controller } from '@nestjs/common';
import { Ledger } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, PathId, Query, TheCall } from '../../platform/http/params.js';
import { PreviewedComplaintDto, PreviewStandardBody } from './preview.dto.js';
import { PreviewReads } from './preview.reads.js';

@Controller('v1/standards/:id/preview')
export class PreviewController {
  constructor(
    private readonly ledger: Ledger,
    private readonly previews: PreviewReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'previewStandard',
    tag: 'standards',
    summary: 'Say which open complaints a standard would change, and how',
    description:
      'Changes nothing. The body is that of a change of the standard; without one, the standard is taken as it is. ' +
      'An open complaint is listed when it would get another standard, or another time for a promise, if it were ' +
      'measured anew (`restandardise`). A page may have fewer items than `limit` and still be followed by another: ' +
      'the list ends where `nextCursor` is null.',
    permission: 'standard:preview',
    body: PreviewStandardBody,
    bodyOptional: true,
    query: PageQuery,
    answers: PreviewedComplaintDto,
    list: true,
  })
  async preview(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: PreviewStandardBody,
    @Query() query: PageQuery,
  ): Promise<Page<PreviewedComplaintDto>> {
    // Nothing is written; the door only knows the key of a call that is repeated.
    await this.ledger.write(call, 'preview standard', [{ type: 'standard', id, mode: 'share' }], () =>
      Promise.resolve({ id }),
    );
    return this.previews.list(call.actor, id, body, query);
  }
}
