import { newId } from '../../kernel/identifiers.js';
import { inputError, invalid } from '../../kernel/refusal.js';
import type { Need } from '../../kernel/workflow.js';
import type { Tx } from '../../platform/database/database.js';
import type { Case } from '../case/case.js';
import { type CaseView, isComplainedAbout } from '../case/case-view.js';
import type { Message } from '../messages/message.entity.js';
import { permit } from '../parts/nouns.js';
import type { Attachment } from './attachment.entity.js';
import { type AttachedBy, MAX_BYTES, MAX_FILES } from './attachment.words.js';
import type { ReceivedFile } from './receiving.js';

/** What is said of all files of one call. */
export interface Said {
  from: AttachedBy;
  messageId: string | null;
  description: string | null;
}

/**
 * Makes files that are kept by now attachments of the complaint in hand.
 * @returns the attachments, and the id that they share
 * @throws Refusal 409, 400 where there is no such message
 */
export async function attach(
  c: Case,
  tx: Tx,
  files: ReceivedFile[],
  said: Said,
): Promise<{ uploadId: string; attachments: Attachment[] }> {
  permit(c, 'add-attachment', [await roomFor(c, tx, files)]);
  const message = await messageOf(c, tx, said.messageId);
  const uploadId = newId();
  const attachments = files.map((file) => attachmentOf(c, uploadId, file, said));
  await tx.insert('attachments', attachments);
  const type = message?.audience === 'internal' ? 'attachment.noted' : 'attachment.added';
  for (const one of attachments) {
    c.record(type, about(one), {
      ...{
        from: one.broughtBy,
        messageId: one.messageId,
        type: one.type,
        size: one.size,
        sha256: one.sha256,
      },
      ...{ declaredType: one.declaredType ?? '', name: one.name ?? '', description: one.description },
    });
  }
  return { uploadId, attachments };
}

export function about({ id }: Attachment): { type: 'attachment'; id: string } {
  return { type: 'attachment', id };
}

function attachmentOf(c: Case, uploadId: string, file: ReceivedFile, said: Said): Attachment {
  const { from, messageId, description } = said;
  return {
    id: newId(),
    complaintId: c.complaint.id,
    ...{ uploadId, messageId, broughtBy: from, description },
    ...file,
    ...{ scan: 'unscanned', threat: null, scannedAt: null },
    ...{ addedById: c.actor.id, addedByName: from === 'staff' ? c.actor.name : null, removedAt: null },
    ...{ version: 1, createdAt: c.now },
  };
}

/** Asked under the lock of the complaint: two calls at once do not both take the last place. */
async function roomFor(c: Case, tx: Tx, files: ReceivedFile[]): Promise<Need<CaseView, unknown>> {
  const held = await tx.one<{ files: number; bytes: string }>(HELD, [c.complaint.id]);
  const count = (held?.files ?? 0) + files.length;
  const bytes = files.reduce((sum, { size }) => sum + size, Number(held?.bytes ?? 0));
  return {
    code: 'attachments_full',
    detail: `room: a complaint holds ${MAX_FILES} files and ${MAX_BYTES.toLocaleString('en')} bytes at most`,
    lacks: () => count > MAX_FILES || bytes > MAX_BYTES,
  };
}

/** Whoever is complained about does not see the notes of others, and so attaches nothing to them. */
async function messageOf(c: Case, tx: Tx, id: string | null): Promise<Message | null> {
  if (id === null) return null;
  const message = await tx.one<Message>(MESSAGE, [id, c.complaint.id]);
  const hidden =
    message?.audience === 'internal' && isComplainedAbout(c.view) && message.authorId !== c.actor.id;
  if (!message || hidden) throw invalid([inputError('/messageId', 'not_found')]);
  return message;
}

const HELD = `
  SELECT count(*)::int AS files, coalesce(sum(a.size), 0)::text AS bytes FROM attachments a
  WHERE a.complaint_id = $1 AND a.removed_at IS NULL`;

const MESSAGE = 'SELECT m.* FROM messages m WHERE m.id = $1 AND m.complaint_id = $2';
