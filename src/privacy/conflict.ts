import type { Change } from '../audit/ledger.service.js';
import { actionRefused } from '../kernel/refusal.js';
import type { Reach } from './erasures/reach.js';

/**
 * Whoever is complained about does not decide what is kept of it, nor take it along: somebody else does.
 * @throws Refusal 409 `conflicted`, with the complaints about the caller
 */
export async function refuseConflicted(c: Change, action: string, { complaintIds }: Reach): Promise<void> {
  const about = await c.tx.rows<{ id: string }>(ABOUT, [complaintIds, c.call.actor.id]);
  if (about.length === 0) return;
  const ids = about.map(({ id }) => id);
  throw actionRefused(action, [{ code: 'conflicted', detail: DETAIL, ids }], 'current');
}

const DETAIL = 'somebody else has to do this: you are complained about';
const ABOUT = `
  SELECT c.id FROM complaints c
  WHERE c.id = ANY ($1::uuid[]) AND $2::uuid = ANY (c.complained_about_user_ids) ORDER BY c.id`;
