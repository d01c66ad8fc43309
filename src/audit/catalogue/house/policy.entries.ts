import { type EntrySpec, personal, plain } from '../../entry-fields.js';

/** What the house tells the public about complaining. */
export const POLICY_ENTRIES = {
  'policy.published': {
    subject: 'policy_version',
    meaning:
      'The words of the policy have a new version in a language; the public is shown it from `validFrom` on.',
    data: {
      language: plain<string>(),
      version: plain<number>(),
      validFrom: plain<string>(),
      channels: plain<string[]>(),
      title: personal<string>(),
      introduction: personal<string>(),
      howToComplain: personal<string>(),
      whatWeNeed: personal<string>(),
      remedies: personal<string>(),
      charges: personal<string | null>(),
      help: personal<string>(),
    },
  },
} as const satisfies Record<string, EntrySpec>;
