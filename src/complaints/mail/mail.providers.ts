import { ImapDoor } from './imap-door.js';
import { InboundMailReads } from './inbound-mail.reads.js';
import { MailDecisionsService } from './mail-decisions.service.js';
import { MailEffects } from './taking/mail-effects.js';
import { MailFilesService } from './taking/mail-files.js';
import { MailIntakeService } from './taking/mail-intake.service.js';
import { MailKeeping } from './mail-keeping.service.js';
import { MailLookupReads } from './taking/mail-lookups.js';
import { MailRules } from './taking/mail-rules.js';

/** The parts of mail that comes in. */
export const MAIL_PROVIDERS = [
  ImapDoor,
  InboundMailReads,
  MailDecisionsService,
  MailEffects,
  MailFilesService,
  MailIntakeService,
  MailKeeping,
  MailLookupReads,
  MailRules,
];
