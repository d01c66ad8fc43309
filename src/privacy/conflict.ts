import type { Change } from '../audit/ledger.service.js';
import { actionRefused } from '../kernel/refusal.js';
import type { Query } from './query.js';
import { samePerson } from './same-person.js';

/** What is about a customer with all complaints, or about one complaint. */
interface About {
  customerId: string | null;
  complaintId: string | null;
}

/**
 * Whoever is complained about does not decide what is kept of it, nor take it along: somebody else does.
 * @throws Refusal 409 `conflicted`, with the complaints about the caller
 */
export async function refuseConflicted(c: Change, action: string, about: About): Promise<void> {
  const query: Query = (sql, params) => c.tx.rows(sql, params);
  const ids = await complaintsAbout(query, c.call.actor.id, about);
  if (ids.length > 0) throw isConflicted(action, ids);
}

export function isConflicted(action: string, ids: string[]) {
  return actionRefused(action, [{ code: 'conflicted', detail: DETAIL, ids }], 'current');
}

/** Those of the complaints in which a user is complained about. */
export async function complaintsAbout(query: Query, userId: string | null, about: About): Promise<string[]> {
  const { complaintIds } = await samePerson(query, about);
  const rows = await query<{ id: string }>(ABOUT, [complaintIds, userId]);
  return rows.map(({ id }) => id);
}

const DETAIL = 'somebody else has to do this: you are complained about';
const ABOUT = `
  SELECT c.id FROM complaints c
  WHERE c.id = ANY ($1::uuid[]) AND $2::uuid = ANY (c.complained_about_user_ids) ORDER BY c.id`;
