import { Controller } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { notFound } from '../../kernel/refusal.js';
import { type Answer, answer } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { IncomingForm } from '../../platform/http/input/incoming-form.js';
import { Caller, Form, TheCall } from '../../platform/http/params.js';
import { CustomerAttachmentsForm, FORM, TrackedAttachmentsDto } from './attachment.dto.js';
import { AttachmentReads } from './attachment.reads.js';
import { AttachmentsService } from './attachments.service.js';

/** The files of one's own complaint. */
@Controller('v1/tracking/attachments')
export class TrackedAttachmentsController {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly reads: AttachmentReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'attachFromTracking',
    tag: 'tracking',
    summary: 'Send files to the house',
    description:
      'As long as the complaint is open, resolved or closed. A file has 20,000,000 bytes at most, a complaint 100 ' +
      'files and 200,000,000 bytes. The answer lists all files that one can see, the new ones last.',
    permission: 'tracking:write',
    status: 201,
    consumes: FORM,
    body: CustomerAttachmentsForm,
    answers: TrackedAttachmentsDto,
    location: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'erased', 'attachments_full'],
  })
  async add(@TheCall() call: Call, @Form() form: IncomingForm<CustomerAttachmentsForm>): Promise<Answer> {
    const id = complaintOf(call.actor);
    const path = '/v1/tracking/attachments';
    const { location, replayed } = await this.attachments.upload(call, id, form, 'customer', path);
    return answer(await this.reads.tracked(id), { location, replayed });
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listTrackedAttachments',
    tag: 'tracking',
    summary: 'List the files of one’s own complaint, oldest first',
    description: 'Those that one sent, and those that came with the words of the house.',
    permission: 'tracking:read',
    answers: TrackedAttachmentsDto,
  })
  list(@Caller() caller: Actor): Promise<TrackedAttachmentsDto> {
    return this.reads.tracked(complaintOf(caller));
  }
}

function complaintOf(actor: Actor): string {
  if (!actor.complaintId) throw notFound();
  return actor.complaintId;
}
