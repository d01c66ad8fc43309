import { MAIL_DECISIONS } from '../../communications/mail-in/matching/match-mail.js';

/** The closed lists of words about mails that came in, each value with its meaning. */

/** What became of a mail: what the rules say, and what is beside them. */
export const INBOUND_DECISIONS = {
  ...MAIL_DECISIONS,
  suggestion:
    'a new complaint was made of it, and it may belong to another one, which a person decides; nobody gets to see ' +
    'anything by it',
  capped: 'too many mails came from this address: it is kept, and a person decides',
  duplicate: 'a mail with its Message-ID came before, and differs from it: it is kept, and a person decides',
  refused: 'it could not be taken: it is kept whole, and a person decides',
  attached: 'somebody of the house put it to a complaint',
} as const;
export type InboundDecision = keyof typeof INBOUND_DECISIONS;

/** Nothing has become of these yet: somebody may say that it is a complaint. */
export const UNUSED: readonly InboundDecision[] = [
  'bounce',
  'automatic',
  'ignored',
  'capped',
  'duplicate',
  'refused',
];

/** These can be put to a complaint; one that became a complaint of its own, too, which then has both. */
export const ATTACHABLE: readonly InboundDecision[] = [...UNUSED, 'suggestion'];
