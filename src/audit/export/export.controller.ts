import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Call } from '../../kernel/call.js';
import { preferredType } from '../../platform/http/accept.js';
import { download } from '../../platform/http/download.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { Query, TheCall } from '../../platform/http/params.js';
import { EntryFilter } from '../audit.dto.js';
import { EntryExports } from './entry-exports.service.js';
import { EXPORT_FORMS } from './export-forms.js';

const [NDJSON, CSV] = EXPORT_FORMS;

@Controller('v1/audit/entries/export')
export class ExportController {
  constructor(private readonly exports: EntryExports) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'exportEntries',
    tag: 'log',
    summary: 'Take what is found in the log out as a file',
    description:
      'The filters are those of the search. The file is NDJSON, an entry a line as the search shows it, or CSV, as ' +
      '`Accept` asks. In the CSV a cell that a spreadsheet would take for a formula has an apostrophe in front. ' +
      '`Content-Digest` has the SHA-256 of the bytes: compare it with what arrived. A file holds 100,000 entries at ' +
      'most; more are refused. That it was taken out, by whom, and with which digest, is an entry of the log itself.',
    permission: 'entry:export',
    query: EntryFilter,
    files: [NDJSON.type, CSV.type],
  })
  async get(
    @TheCall() call: Call,
    @Query() query: EntryFilter,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const form = preferredType(accept, [NDJSON.type, CSV.type]) === CSV.type ? CSV : NDJSON;
    return download(reply, await this.exports.make(call, query, form));
  }
}
