import { type EntrySpec, personal, plain } from '../entry-fields.js';

const file = {
  from: plain<string>(),
  messageId: plain<string | null>(),
  type: plain<string>(),
  size: plain<number>(),
  sha256: plain<string>(),
  declaredType: personal<string>(),
  name: personal<string>(),
  description: personal<string | null>(),
};

/** Files of complaints. */
export const ATTACHMENT_ENTRIES = {
  'attachment.added': {
    subject: 'attachment',
    meaning:
      'A file was attached. `sha256` is the digest of its bytes, `size` their number, `type` what they are.',
    data: file,
  },
  'attachment.noted': {
    subject: 'attachment',
    meaning: 'A file was attached to an internal note. A person complained about does not see it.',
    data: file,
  },
  'attachment.scanned': {
    subject: 'attachment',
    meaning: 'A scanner looked for malware in a file; `threat` is its name for what it found.',
    data: { scan: plain<string>(), threat: plain<string | null>() },
  },
  'attachment.removed': {
    subject: 'attachment',
    meaning: 'A file was removed with all that tells of a person; its digest, size and type stay.',
    data: { reason: plain<'request' | 'retention'>() },
  },
} as const satisfies Record<string, EntrySpec>;
