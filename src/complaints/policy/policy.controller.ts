import { Controller } from '@nestjs/common';
import { type Answer, answer, tagOf } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { AcceptedLanguages, Query } from '../../platform/http/params.js';
import { PolicyDto, PolicyQuery } from './policy.dto.js';
import { PolicyReads } from './policy.reads.js';

/** Seconds for which anybody may show a copy without asking again. */
const KEPT = 300;

@Controller('v1/policy')
export class PolicyController {
  constructor(private readonly reads: PolicyReads) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'getPolicy',
    tag: 'policy',
    summary: 'Read how to complain, what happens then, and by when',
    description:
      'The words are those of the house in the language that is asked for, or in the nearest there is: `hu-HU`, then ' +
      '`hu`, then `en`; until the house says something, those that come with the program. `process`, windows and ' +
      'routes follow from the standard that holds for anybody and from the rules of the regulator, at the moment, ' +
      'also beside older words. Complaints are handed in at `POST /v1/complaints`.',
    permission: 'policy:read',
    query: PolicyQuery,
    answers: PolicyDto,
    inLanguages: true,
    refuses: ['not_found'],
  })
  async get(
    @Query() { language, version }: PolicyQuery,
    @AcceptedLanguages() accepted: string[],
  ): Promise<Answer> {
    const policy = await this.reads.policy(language === undefined ? accepted : [language], version);
    return answer(policy, { published: { tag: tagOf(policy), language: policy.language, seconds: KEPT } });
  }
}
