import { Injectable } from '@nestjs/common';
import { Ledger, type Written } from '../../../audit/ledger.service.js';
import type { Call } from '../../../kernel/call.js';
import { inputError, invalid, notFound } from '../../../kernel/refusal.js';
import type { Tx } from '../../../platform/database/database.js';
import { VISIBLE } from '../visible.js';
import type { ReadNoticesBody } from './inbox.dto.js';

/** Marks what was read. That somebody was told, and when they saw it, may be asked one day: it stands in the log. */
@Injectable()
export class InboxService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * What was read is not mailed any more. What is marked already is no change.
   * @throws Refusal 400 for a notice that is not one's own
   */
  async read(call: Call, body: ReadNoticesBody): Promise<Written> {
    const { id } = call.actor;
    if (id === null) throw notFound();
    const user = { type: 'user', id, mode: 'share' } as const;
    return this.ledger.write(call, 'mark notices as read', [user], async (c) => {
      await expectOwn(c.tx, id, body);
      const { ids = null, upTo = null } = body;
      const marked = await c.tx.rows(MARK, [id, ids, upTo, c.now]);
      if (marked.length > 0) c.record('user.notices_read', user, { count: marked.length });
      return { id };
    });
  }
}

async function expectOwn(tx: Tx, userId: string, { ids, upTo }: ReadNoticesBody): Promise<void> {
  const named = ids ?? (upTo ? [upTo] : []);
  const own = await tx.rows<{ id: string }>(OWN, [userId, named]);
  const known = new Set(own.map((one) => one.id));
  const errors = named.flatMap((id, index) =>
    known.has(id) ? [] : [inputError(ids ? `/ids/${index}` : '/upTo', 'not_found')],
  );
  if (errors.length > 0) throw invalid(errors);
}

const OWN = `
  SELECT n.id FROM staff_notices n JOIN complaints c ON c.id = n.complaint_id
  WHERE n.user_id = $1 AND n.id = ANY ($2::uuid[]) AND ${VISIBLE}`;

const MARK = `
  UPDATE staff_notices n
  SET read_at = $4, mail = CASE WHEN n.mail = 'waiting' THEN 'none' ELSE n.mail END, mail_at = NULL
  WHERE n.user_id = $1 AND n.read_at IS NULL AND (n.id = ANY ($2::uuid[]) OR n.id <= $3::uuid)
  RETURNING n.id`;
