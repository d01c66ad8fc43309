import type { UserRole } from '../../../kernel/actor.js';
import { type EntrySpec, personal, plain } from '../../entry-fields.js';

/** What happens to users and their sessions. A password never enters the log, in no form. */
export const ACCESS_ENTRIES = {
  'user.created': {
    subject: 'user',
    meaning: 'An administrator, or the first start, created a user.',
    data: {
      email: personal<string>(),
      name: personal<string>(),
      phone: personal<string | null>(),
      roles: plain<UserRole[]>(),
    },
  },
  'user.updated': {
    subject: 'user',
    meaning:
      "A user's name, phone, roles or password changed. `changed` names what; the fields hold the state after it, " +
      'and `rolesBefore` what the user could do until then.',
    data: {
      changed: plain<string[]>(),
      name: personal<string>(),
      phone: personal<string | null>(),
      roles: plain<UserRole[]>(),
      rolesBefore: plain<UserRole[]>(),
    },
  },
  'user.disabled': {
    subject: 'user',
    meaning: 'A user may not sign in any more; every session ends.',
    data: {},
  },
  'user.enabled': {
    subject: 'user',
    meaning: 'A disabled user may sign in again.',
    data: {},
  },
  'session.started': {
    subject: 'session',
    meaning: 'A user signed in.',
    data: { userId: plain<string>() },
  },
  'session.refreshed': {
    subject: 'session',
    meaning: 'A session was renewed with its refresh token.',
    data: { userId: plain<string>() },
  },
  'session.ended': {
    subject: 'session',
    meaning: 'A session is over: signed out, a refresh token was used twice, or the user was disabled.',
    data: { userId: plain<string>(), reason: plain<'signed_out' | 'token_reused' | 'user_disabled'>() },
  },
} as const satisfies Record<string, EntrySpec>;
