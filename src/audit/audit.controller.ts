import { Controller } from '@nestjs/common';
import type { Actor } from '../kernel/actor.js';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import type { Page } from '../platform/http/page.js';
import { Caller, Query } from '../platform/http/params.js';
import { EntryDto, EntryQuery } from './audit.dto.js';
import { AuditReads } from './audit.reads.js';
import type { Entry } from './entries/entry.js';

@Controller('v1/audit')
export class AuditController {
  constructor(private readonly reads: AuditReads) {}

  @Endpoint({
    method: 'GET',
    path: 'entries',
    operationId: 'listEntries',
    tag: 'log',
    summary: 'Search the log',
    description:
      'Every change that was ever made, in the one order of everything. An entry appears when it has its position, ' +
      'which takes less than a second. Internal notes of a complaint about the caller are left out.',
    permission: 'entry:read',
    query: EntryQuery,
    answers: EntryDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: EntryQuery): Promise<Page<Entry>> {
    return this.reads.entries(caller, query);
  }
}
