import { type EntrySpec, plain } from '../../entry-fields.js';

/** What people of the house are told, and how they want to be. */
export const NOTICE_ENTRIES = {
  'notice_settings.changed': {
    subject: 'notice_settings',
    meaning:
      'Somebody of the house chose how notices come to them. `changed` names what; the fields hold the state after ' +
      'it. `zone` is null where it is that of the house.',
    data: {
      changed: plain<string[]>(),
      assigned: plain<string>(),
      reply: plain<string>(),
      warning: plain<string>(),
      breach: plain<string>(),
      escalated: plain<string>(),
      approval: plain<string>(),
      undelivered: plain<string>(),
      unassigned: plain<string>(),
      digestAt: plain<string>(),
      zone: plain<string | null>(),
      quietFrom: plain<string | null>(),
      quietUntil: plain<string | null>(),
    },
  },
  'user.notices_read': {
    subject: 'user',
    meaning: 'Somebody of the house marked so many of their notices as read.',
    data: { count: plain<number>() },
  },
} as const satisfies Record<string, EntrySpec>;
