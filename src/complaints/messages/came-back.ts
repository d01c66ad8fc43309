import type { Case } from '../case/case.js';
import { isOpen } from '../complaint.states.js';
import { keepInformed } from '../promises/keeping.js';
import { openByStandard } from '../promises/making.js';
import { goOn } from '../promises/pausing.js';
import type { Message } from './message.entity.js';
import { wait } from './telling.js';

/**
 * Words that did not reach the customer. Nothing that they did is undone: what was kept is owed again, and no time runs
 * against a customer who was not told. They keep it anew when somebody says them on another way, or when they are sent
 * to a corrected address.
 */

/**
 * A message that had left the house came back. The same report twice is no change.
 * @param at when it came back
 * @param code the enhanced status code of the report, such as `5.1.1` (RFC 3463)
 */
export function bounced(c: Case, message: Message, { at, code }: { at: Date; code: string | null }): void {
  const { deliveryState, deliveryVia } = message;
  if (deliveryState !== 'handed_over' && deliveryState !== 'delivered') return;
  c.alter('message', message, { deliveryState: 'bounced', deliveryAt: at });
  if (!c.view.queued.includes(message)) c.view.queued.push(message);
  c.record(
    'message.bounced',
    { type: 'message', id: message.id },
    { via: deliveryVia ?? 'email', bouncedAt: at.toISOString(), code, ownerId: c.complaint.ownerId },
  );
  notTold(c, message);
}

/** A message that waited to be sent cannot be. */
export function failed(
  c: Case,
  message: Message,
  { reason, code }: { reason: string; code: number | null },
): void {
  c.alter('message', message, { deliveryState: 'failed', deliveryAt: c.now });
  c.record(
    'message.failed',
    { type: 'message', id: message.id },
    {
      via: message.deliveryVia ?? 'email',
      failedAt: c.now.toISOString(),
      reason,
      code,
      ownerId: c.complaint.ownerId,
    },
  );
  notTold(c, message);
}

/** The address was corrected: what people wrote and did not arrive, and is still so, goes to the right one. */
export function sendAgain(c: Case): void {
  for (const message of c.view.queued) {
    const { deliveryVia, deliveryState, automatic } = message;
    if (deliveryVia !== 'email' || deliveryState === 'queued' || automatic || isOutdated(message)) continue;
    c.alter('message', message, { deliveryState: 'queued', deliveryAt: null });
    c.record('message.queued', { type: 'message', id: message.id }, { via: deliveryVia });
    wait(c, message);
  }
}

/** A decision that was taken back, or the name of an owner who left: it keeps nothing any more, and is not told. */
export function isOutdated({ kind, keeps }: Pick<Message, 'kind' | 'keeps'>): boolean {
  return (kind === 'decision' || kind === 'owner') && keeps.length === 0;
}

function notTold(c: Case, { kind, keeps }: Message): void {
  const { state } = c.complaint;
  if (kind === 'question' && state === 'awaiting_customer') goOn(c, c.now);
  if (kind === 'decision' && keeps.length > 0 && state === 'resolved')
    Object.assign(c.complaint, { closesAt: null, disputableUntil: null });
  if (!isOpen(state) && state !== 'resolved') return;
  for (const one of keeps) {
    const owed = c.view.promises.some((promise) => promise.kind === one);
    if (one === 'update') keepInformed(c);
    else if (!owed) openByStandard(c, [one]);
  }
}
