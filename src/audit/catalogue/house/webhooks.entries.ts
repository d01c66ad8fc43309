import { type EntrySpec, personal, plain } from '../../entry-fields.js';

const webhook = {
  types: plain<string[]>(),
  active: plain<boolean>(),
  url: personal<string>(),
  description: personal<string | null>(),
};

/** Where the log is brought to, and what became of that. */
export const WEBHOOK_ENTRIES = {
  'webhook.created': {
    subject: 'webhook',
    meaning: 'Entries of these types are brought to an address from now on.',
    data: webhook,
  },
  'webhook.updated': {
    subject: 'webhook',
    meaning: 'A webhook was changed. `changed` names what; the fields hold the state after it.',
    data: { changed: plain<string[]>(), ...webhook },
  },
  'webhook.secret_rolled': {
    subject: 'webhook',
    meaning: 'A webhook has a new secret. Deliveries are signed with the old one as well until then.',
    data: { oldSecretUntil: plain<string>() },
  },
  'webhook.disabled': {
    subject: 'webhook',
    meaning: 'The target of a webhook said that it is gone for good (410): nothing is sent there any more.',
    data: { reason: plain<'gone'>() },
  },
  'webhook.circuit_opened': {
    subject: 'webhook',
    meaning:
      'So many deliveries of a webhook failed in a row that it rests, and is then tried with one of them.',
    data: { failures: plain<number>(), restsUntil: plain<string>() },
  },
  'webhook.circuit_closed': {
    subject: 'webhook',
    meaning: 'The target of a webhook that rested takes deliveries again.',
    data: { openedAt: plain<string>() },
  },
  'webhook.tested': {
    subject: 'webhook',
    meaning: 'Somebody sent a test to the target of a webhook.',
    data: { deliveryId: plain<string>() },
  },
  'webhook.redelivered': {
    subject: 'webhook',
    meaning: 'Somebody had one entry delivered again.',
    data: { deliveryId: plain<string>(), position: plain<number | null>() },
  },
  'webhook.replayed': {
    subject: 'webhook',
    meaning: 'Somebody had everything from a position on delivered again.',
    data: { after: plain<number>() },
  },
  'webhook.retired': {
    subject: 'webhook',
    meaning: 'Nothing is brought to this address any more; what waited for it is dropped.',
    data: {},
  },
} as const satisfies Record<string, EntrySpec>;
