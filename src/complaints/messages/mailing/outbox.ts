import { Injectable } from '@nestjs/common';
import { channelOf } from '../../../communications/channels/channels.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import type { Case } from '../../case/case.js';
import { ANSWER_VIA, type AnswerVia } from '../../complaint.words.js';

/** Has words sent that a channel sends by itself: asked for in the transaction of the write that made them wait. */
@Injectable()
export class Outbox {
  constructor(private readonly jobs: Jobs) {}

  async post({ waiting, change, complaint }: Case): Promise<void> {
    for (const { id: messageId, deliveryVia } of waiting) {
      const channel = isWay(deliveryVia) ? channelOf(deliveryVia) : null;
      if (channel?.handsOver !== 'by_job') continue;
      await this.jobs.enqueue(change.tx, channel.job, { messageId }, { key: complaint.id });
    }
  }
}

function isWay(via: string | null): via is AnswerVia {
  return via !== null && via in ANSWER_VIA;
}
