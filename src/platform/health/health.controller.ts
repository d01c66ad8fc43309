import { Controller } from '@nestjs/common';
import { Refusal } from '../../kernel/refusal.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { Conditions } from './conditions.js';
import { Health, Ready } from './health.dto.js';
import { Readiness } from './readiness.js';

const OK = { state: 'ok' } as const;

/** For load balancers and supervisors. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly conditions: Conditions,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'live',
    operationId: 'checkLive',
    tag: 'health',
    summary: 'Whether the process runs',
    description:
      'Asks nothing of the database: a process that answers must not be killed because another does not.',
    permission: 'health:read',
    answers: Health,
  })
  live() {
    return OK;
  }

  @Endpoint({
    method: 'GET',
    path: 'ready',
    operationId: 'checkReady',
    tag: 'health',
    summary: 'Whether requests can be served',
    description:
      'The database answers, its migrations are done, and the process is not on its way out. `conditions` names what ' +
      'is wrong all the same.',
    permission: 'health:read',
    answers: Ready,
    refuses: ['unavailable'],
  })
  async ready(): Promise<Ready> {
    const reason = await this.readiness.reasonAgainst();
    if (reason !== null) throw new Refusal('unavailable', reason);
    return { ...OK, conditions: this.conditions.list() };
  }
}
