import type { Change } from '../../audit/ledger.service.js';
import { notFound } from '../../kernel/refusal.js';
import type { Webhook } from './webhook.entity.js';

/** The locked webhook. @throws Refusal 404 where it is retired: its row stays, and nobody can do anything with it */
export function aliveIn(c: Change, id: string): Webhook {
  const webhook = c.row<Webhook>({ type: 'webhook', id });
  if (webhook.retiredAt) throw notFound();
  return webhook;
}
