import { Controller, Ip } from '@nestjs/common';
import { Endpoint } from '../../../platform/http/endpoint.decorator.js';
import { Body } from '../../../platform/http/params.js';
import { LostTrackingBody, LostTrackingDto } from './lost-tracking.dto.js';
import { LostTrackingService } from './lost-tracking.service.js';

@Controller('v1/tracking/lost')
export class LostTrackingController {
  constructor(private readonly lost: LostTrackingService) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'renewTrackingToken',
    tag: 'tracking',
    summary: 'Ask for a new tracking token by email',
    description:
      'The answer is always the same. Where the address is the one on record for the reference, and mail can be ' +
      'sent, a new token goes there, and the older ones open nothing any more. It may be asked for ten times in an ' +
      'hour from one network address, and three times for one reference.',
    permission: 'tracking:renew',
    status: 202,
    body: LostTrackingBody,
    answers: LostTrackingDto,
    idempotent: false,
  })
  async renew(@Ip() address: string, @Body() body: LostTrackingBody): Promise<LostTrackingDto> {
    await this.lost.ask(address, body);
    return { detail: 'If reference and address belong together, a new link is on its way.' };
  }
}
