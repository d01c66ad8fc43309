import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../../platform/config.js';
import { Keys } from '../../platform/keys.js';

/** Seconds that a link opens its file. */
const LIFETIME = 300;

/**
 * Links that open one file for a short time to whoever has them: in base64url, the attachment's id, when it ends, and a
 * 128-bit MAC over both. Each is made when it is shown and stored nowhere.
 */
@Injectable()
export class DownloadLinks {
  private readonly secret: Buffer;

  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    keys: Keys,
  ) {
    this.secret = keys.secret('download');
  }

  /** The whole address. */
  to(attachmentId: string): string {
    const claim = Buffer.alloc(CLAIM_BYTES);
    claim.write(attachmentId.replaceAll('-', ''), 'hex');
    claim.writeUInt32BE(this.seconds() + LIFETIME, ID_BYTES);
    const signed = Buffer.concat([claim, this.mac(claim)]).toString('base64url');
    return `${this.config.publicUrl}/v1/downloads/${signed}`;
  }

  /** The id of the attachment that it opens now, else null. */
  read(signed: string): string | null {
    if (!FORM.test(signed)) return null;
    const bytes = Buffer.from(signed, 'base64url');
    const claim = bytes.subarray(0, CLAIM_BYTES);
    if (!timingSafeEqual(bytes.subarray(CLAIM_BYTES), this.mac(claim))) return null;
    if (claim.readUInt32BE(ID_BYTES) <= this.seconds()) return null;
    return uuid(claim.subarray(0, ID_BYTES));
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }

  private mac(claim: Buffer): Buffer {
    const mac = createHmac('sha256', this.secret).update('amends/v1/download').update(claim);
    return mac.digest().subarray(0, MAC_BYTES);
  }
}

const ID_BYTES = 16;
const CLAIM_BYTES = ID_BYTES + 4;
const MAC_BYTES = 16;

/** 36 bytes are 48 characters without a spare bit: no two texts are the same link. */
const FORM = /^[A-Za-z0-9_-]{48}$/;

function uuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
