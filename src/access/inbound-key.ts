import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor.js';
import { Keys } from '../platform/keys.js';

export const INBOUND_PREFIX = 'ami_';

/** The key of inbound mail opens the door for mails and nothing else. @param route the template of a route */
export function takesInboundKey(route: string): boolean {
  return route === '/v1/inbound-mail';
}

/**
 * The key by which the mail server of the house hands in mail: `ami_` and what stands in `inbound-mail.key` of
 * KEYS_DIR. To change it, a new file is put in its place and the program started anew.
 */
@Injectable()
export class InboundKey {
  private readonly digest: Buffer;

  constructor(keys: Keys) {
    this.digest = digestOf(INBOUND_PREFIX + keys.secret('inbound-mail').toString('base64url'));
  }

  /** Who has it, else null. */
  holder(token: string): Actor | null {
    if (!timingSafeEqual(digestOf(token), this.digest)) return null;
    return { kind: 'api_key', id: null, name: 'inbound-mail', roles: ['mail_server'] };
  }
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
