import { Controller } from '@nestjs/common';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PathId } from '../../platform/http/params.js';
import { PossibleDuplicateDto } from './duplicate.dto.js';
import { DuplicateReads } from './duplicate.reads.js';

@Controller('v1/complaints/:id/duplicates')
export class DuplicatesController {
  constructor(private readonly reads: DuplicateReads) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listPossibleDuplicates',
    tag: 'links',
    summary: 'See which complaints may be the same',
    description:
      'The likeliest ten, among those that are not over, or not for longer than 90 days. Nothing follows from it by ' +
      'itself: merge, link, or leave it.',
    permission: 'complaint:read',
    answers: PossibleDuplicateDto,
    list: true,
  })
  async list(@PathId('id') id: string): Promise<Page<PossibleDuplicateDto>> {
    return { items: await this.reads.of(id), nextCursor: null };
  }
}
