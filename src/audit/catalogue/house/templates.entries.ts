import { type EntrySpec, plain } from '../../entry-fields.js';

/** In which words the house writes. A template speaks of nobody: its values are put in later. */
export const TEMPLATE_ENTRIES = {
  'template.published': {
    subject: 'template_version',
    meaning: 'A kind of letter has a new template in a language; letters are written by it from now on.',
    data: {
      kind: plain<string>(),
      language: plain<string>(),
      version: plain<number>(),
      subject: plain<string | null>(),
      body: plain<string>(),
    },
  },
  'template.withdrawn': {
    subject: 'template_version',
    meaning: 'A kind of letter has no template of the house in a language any more.',
    data: { kind: plain<string>(), language: plain<string>(), version: plain<number>() },
  },
} as const satisfies Record<string, EntrySpec>;
