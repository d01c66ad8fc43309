import { Controller, StreamableFile } from '@nestjs/common';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { Body, PathId, TheCall } from '../../platform/http/params.js';
import { NewSubjectExportBody, SubjectExportContentDto, SubjectExportDto } from './subject-export.dto.js';
import { SubjectExportReads } from './subject-export.reads.js';
import { SubjectExportsService } from './subject-exports.service.js';

@Controller('v1/subject-exports')
export class SubjectExportsController {
  constructor(
    private readonly exports: SubjectExportsService,
    private readonly reads: SubjectExportReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'makeSubjectExport',
    tag: 'subject-exports',
    summary: 'Export everything that is known about somebody',
    description:
      'For the person, who may have it (GDPR, articles 15 and 20). Nothing is copied: the content is read from where ' +
      'it stands, and can be read for 30 days. Who made it is on record, as is each reading. Not by somebody who is ' +
      'complained about in it.',
    permission: 'subject-export:make',
    status: 201,
    body: NewSubjectExportBody,
    answers: SubjectExportDto,
    location: true,
    etag: true,
    refuses: ['action_refused'],
    needs: ['conflicted'],
  })
  make(@TheCall() call: Call, @Body() body: NewSubjectExportBody): Promise<Answer> {
    return answerWritten(this.exports.make(call, body), (id) => this.reads.one(id));
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getSubjectExport',
    tag: 'subject-exports',
    summary: 'Read that an export was made',
    description: 'Who made it, about whom, and until when its content can be read.',
    permission: 'subject-export:read',
    answers: SubjectExportDto,
    etag: true,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const made = await this.reads.one(id);
    return answer(made, { version: made.version });
  }

  @Endpoint({
    method: 'GET',
    path: ':id/content',
    operationId: 'getSubjectExportContent',
    tag: 'subject-exports',
    summary: 'Read everything that is known about somebody',
    description:
      'As an attachment, as things stand at this moment: customer records, contact data, complaints with everything ' +
      'below them, and the entries of the log with their values, each section explained by the manifest. Names of ' +
      'staff are left out of it. The reading is put on record.',
    permission: 'subject-export:make',
    answers: SubjectExportContentDto,
    attachment: true,
    refuses: ['action_refused'],
    needs: ['export_expired', 'conflicted'],
  })
  async content(@TheCall() call: Call, @PathId('id') id: string): Promise<StreamableFile> {
    const disposition = `attachment; filename="subject-export-${id}.json"`;
    return new StreamableFile(await this.exports.content(call, id), {
      type: 'application/json; charset=utf-8',
      disposition,
    });
  }
}
