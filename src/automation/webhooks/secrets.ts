import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Webhook as Signer } from 'standardwebhooks';
import { Keys } from '../../platform/keys.js';
import type { Webhook } from './webhook.entity.js';

/** What a delivery is signed by. */
export type Signing = Pick<Webhook, 'id' | 'secretGeneration' | 'oldSecretUntil'>;

/** The secrets of webhooks, and what is signed with them (Standard Webhooks 1.0.0). */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly keys: Keys) {}

  /** `whsec_` and 32 bytes. It is stored nowhere: whoever has the database alone cannot sign. */
  of({ id, secretGeneration }: Pick<Signing, 'id' | 'secretGeneration'>): string {
    const hmac = createHmac('sha256', this.keys.secret('webhook'));
    return `whsec_${hmac.update(`${id}/${secretGeneration}`).digest('base64')}`;
  }

  /** The headers of a delivery: signed by the present secret, and by the one before while that is still good. */
  headers(webhook: Signing, message: { id: string; body: string }, now: Date): Record<string, string> {
    const { id, secretGeneration, oldSecretUntil } = webhook;
    const secrets = [this.of(webhook)];
    if (oldSecretUntil && oldSecretUntil > now)
      secrets.push(this.of({ id, secretGeneration: secretGeneration - 1 }));
    return {
      'webhook-id': message.id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': secrets
        .map((secret) => new Signer(secret).sign(message.id, now, message.body))
        .join(' '),
    };
  }
}
