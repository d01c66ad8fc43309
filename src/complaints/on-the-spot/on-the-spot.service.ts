import { Injectable } from '@nestjs/common';
import { grantingSubject } from '../../access/authority/granting.js';
import type { Subject, Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { inputError, invalid } from '../../kernel/refusal.js';
import { Cases } from '../case/cases.service.js';
import { References } from '../intake/references.js';
import { ownerOf, ownerSubject } from '../ownership/owner-subject.js';
import type { OnTheSpotBody } from './on-the-spot.dto.js';
import { settle } from './walk.js';

/** Settles a complaint in one write, for the customer who is there. */
@Injectable()
export class OnTheSpotService {
  constructor(
    private readonly cases: Cases,
    private readonly references: References,
  ) {}

  /**
   * Everything or nothing.
   * @throws Refusal 400 for ids that name nothing and for what the steps to come ask, 404, 412, 409 with everything
   * that is missing.
   */
  async resolve(call: Call, complaintId: string, body: OnTheSpotBody): Promise<Written> {
    await this.references.check(body);
    const ownerId = body.ownerId ?? call.actor.id;
    if (ownerId === null) throw invalid([inputError('/ownerId', 'required')]);
    const owner = ownerSubject(ownerId);
    return this.cases.work(
      call,
      'resolve-on-the-spot',
      complaintId,
      async (c, change) => {
        await settle(c, change, { ...body, ownerId, owner: await ownerOf(change, owner) });
        return undefined;
      },
      usersOf(call, body, owner),
    );
  }
}

/** Whoever grants money and owns the complaint is locked once, by the stronger lock. */
function usersOf(call: Call, { remedies = [] }: OnTheSpotBody, owner: Subject): Subject[] {
  const granting = remedies.some(({ money }) => money) ? grantingSubject(call.actor) : [];
  return granting.some(({ id }) => id === owner.id) ? granting : [...granting, owner];
}
