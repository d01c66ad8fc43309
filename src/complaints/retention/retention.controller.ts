import { Controller } from '@nestjs/common';
import type { Call } from '../../kernel/call.js';
import { type Answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { Body, PathId, TheCall } from '../../platform/http/params.js';
import { ComplaintDto } from '../complaint.dto.js';
import { ComplaintReads } from '../shown/complaint.reads.js';
import { ChangeRetentionBody } from './retention.dto.js';
import { RetentionService } from './retention.service.js';

@Controller('v1/complaints/:id/retention')
export class RetentionController {
  constructor(
    private readonly retention: RetentionService,
    private readonly reads: ComplaintReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'changeRetention',
    tag: 'retention',
    summary: 'Say how long a complaint is kept',
    description:
      'In every state. A complaint comes with the shortest class that is as long as its regulator asks; a longer one ' +
      'may be chosen, and taken back. What is already so is no change.',
    permission: 'complaint:change-retention',
    body: ChangeRetentionBody,
    answers: ComplaintDto,
    etag: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted', 'erased', 'retention_too_short'],
  })
  change(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: ChangeRetentionBody,
  ): Promise<Answer> {
    return answerWritten(this.retention.change(call, id, body), (written) => this.reads.one(written));
  }
}
