import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Keys } from '../platform/keys.js';

export const TRACKING_PREFIX = 'amt_';

/** A tracking token opens nothing but the complainant's own view. @param route a path, or the template of one */
export function takesTrackingToken(route: string): boolean {
  return /^\/v1\/tracking(\/|$)/.test(route);
}

/** What a tracking token says. The generation is raised to make every older token of the complaint worthless. */
export interface TrackingClaim {
  complaintId: string;
  generation: number;
}

/** Asked of the floor that keeps complaints: whether a token is still the one that opens its complaint. */
export interface TrackingLookup {
  /**
   * Who the token belongs to, and the complaint that it opens: where its own was merged, the one that goes on. Null
   * where there is no such complaint, or where its token is of another generation.
   */
  complainantOf(claim: TrackingClaim): Promise<{ name: string | null; complaintId: string } | null>;
}
export const TRACKING_LOOKUP = Symbol('TRACKING_LOOKUP');

/**
 * The complainant's key to their own complaint: `amt_` and, in base64url, the complaint's id, the generation and
 * a 128-bit MAC over both. It is derived whenever it is shown and therefore stored nowhere.
 */
@Injectable()
export class TrackingTokens {
  private readonly secret: Buffer;

  constructor(keys: Keys) {
    this.secret = keys.secret('tracking');
  }

  issue(complaintId: string, generation: number): string {
    const claim = Buffer.alloc(CLAIM_BYTES);
    claim.write(complaintId.replaceAll('-', ''), 'hex');
    claim.writeUInt32BE(generation, ID_BYTES);
    return TRACKING_PREFIX + Buffer.concat([claim, this.mac(claim)]).toString('base64url');
  }

  /** What the token says where this house made it, else null. */
  read(token: string): TrackingClaim | null {
    if (!FORM.test(token)) return null;
    const bytes = Buffer.from(token.slice(TRACKING_PREFIX.length), 'base64url');
    const claim = bytes.subarray(0, CLAIM_BYTES);
    if (!timingSafeEqual(bytes.subarray(CLAIM_BYTES), this.mac(claim))) return null;
    return { complaintId: uuid(claim.subarray(0, ID_BYTES)), generation: claim.readUInt32BE(ID_BYTES) };
  }

  private mac(claim: Buffer): Buffer {
    return createHmac('sha256', this.secret)
      .update('amends/v1/tracking')
      .update(claim)
      .digest()
      .subarray(0, MAC_BYTES);
  }
}

const ID_BYTES = 16;
const CLAIM_BYTES = ID_BYTES + 4;
const MAC_BYTES = 16;

/** 36 bytes are 48 characters without a spare bit: no two texts are the same token. */
const FORM = /^amt_[A-Za-z0-9_-]{48}$/;

function uuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
