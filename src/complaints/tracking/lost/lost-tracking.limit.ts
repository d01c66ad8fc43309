import { Injectable } from '@nestjs/common';
import { counted, createLimiter, keyOf, type Policy, within } from '../../../access/limits/limiter.js';
import { Database } from '../../../platform/database/database.js';

const FROM_ADDRESS: Policy = { name: 'lost-tracking-address', points: 10, seconds: 3600 };
const FOR_REFERENCE: Policy = { name: 'lost-tracking-reference', points: 3, seconds: 3600 };

/** How often a new token may be asked for: from one network address, and for one reference, real or not. */
@Injectable()
export class LostTrackingLimit {
  private readonly fromAddress = createLimiter(this.database, FROM_ADDRESS);
  private readonly forReference = createLimiter(this.database, FOR_REFERENCE);

  constructor(private readonly database: Database) {}

  /** @throws Refusal `rate_limited` */
  async count(address: string, reference: string): Promise<void> {
    await within(FROM_ADDRESS, this.fromAddress.consume(keyOf(counted(address))));
    await within(FOR_REFERENCE, this.forReference.consume(keyOf(reference)));
  }
}
