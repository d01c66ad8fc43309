import { Readable } from 'node:stream';
import { Controller, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Call } from '../../kernel/call.js';
import { asAttachment } from '../../platform/http/download.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { PathId, TheCall } from '../../platform/http/params.js';
import { EvidenceService } from './evidence.service.js';

const ZIP = 'application/zip';

@Controller('v1/complaints/:id/evidence')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'exportEvidence',
    tag: 'log',
    summary: 'Take away the evidence of a complaint',
    description:
      'One ZIP file: every entry of the complaint with its exact bytes, the personal values that the caller may read ' +
      'with what opens their commitments, the proof that each entry stands in the log, the signed checkpoint, the ' +
      'public key, the complaint as it is shown, and a page that explains how to check it all without this service. ' +
      'That it was taken away is on record.',
    permission: 'evidence:export',
    rawType: ZIP,
    attachment: true,
    refuses: ['proof_pending'],
  })
  async export(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.evidence.export(call, id);
    reply.header('Content-Disposition', asAttachment(name));
    return new StreamableFile(Readable.from(bytes, { objectMode: false }), { type: ZIP });
  }
}
