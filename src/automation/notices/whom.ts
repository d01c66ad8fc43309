import type { Entry } from '../../audit/entries/entry.js';
import type { NoticeEntry, NoticeKind } from './notice.words.js';

/** Who is to be told of an entry, before anybody looks who that is at the moment. */
export interface Audience {
  kind: NoticeKind;
  /** The owner at that time, or who is named; whoever stands in for one who is away is told as well. */
  users: string[];
  /** Supervisors, and administrators where there are none. */
  supervisors: boolean;
  /** Those who may grant so much alone. */
  approvers?: { amount: string; currency: string };
  /** The entry itself names the stand-in, or another entry of the same change does. */
  withoutStandIns?: true;
}

/** @param owner of the complaint at the moment, for entries that name none. @returns null where nobody is told */
export function audienceOf(entry: Entry<NoticeEntry>, owner: string | null): Audience | null {
  switch (entry.type) {
    case 'complaint.owner_assigned':
    case 'complaint.owner_changed': {
      const { ownerId } = dataOf<'complaint.owner_changed'>(entry);
      return ownerId ? assigned(ownerId) : { kind: 'unassigned', users: [], supervisors: true };
    }
    case 'complaint.stand_in_changed': {
      const { standInId } = dataOf<'complaint.stand_in_changed'>(entry);
      return standInId ? assigned(standInId) : null;
    }
    case 'message.received':
      return responsible('reply', owner);
    case 'promise.warned':
      return responsible('warning', dataOf<'promise.warned'>(entry).ownerId);
    case 'promise.broken':
      return responsible('breach', dataOf<'promise.broken'>(entry).ownerId);
    case 'message.bounced':
    case 'message.failed':
      return responsible('undelivered', dataOf<'message.failed'>(entry).ownerId);
    case 'complaint.escalated':
    case 'complaint.disputed':
      return { kind: 'escalated', users: owner === null ? [] : [owner], supervisors: true };
    case 'remedy.proposed': {
      const { amount, currency, expiresAt } = dataOf<'remedy.proposed'>(entry);
      if (!expiresAt || !amount || !currency) return null;
      return {
        kind: 'approval',
        users: [],
        supervisors: false,
        approvers: { amount, currency },
        withoutStandIns: true,
      };
    }
  }
}

function assigned(userId: string): Audience {
  return { kind: 'assigned', users: [userId], supervisors: false, withoutStandIns: true };
}

/** The owner; where there is none, it is the supervisors' to see to it. */
function responsible(kind: NoticeKind, owner: string | null): Audience {
  return { kind, users: owner === null ? [] : [owner], supervisors: owner === null };
}

/** The compiler does not know that the type of an entry says what its data are. */
function dataOf<T extends NoticeEntry>(entry: Entry<NoticeEntry>): Entry<T>['data'] {
  return entry.data as Entry<T>['data'];
}
