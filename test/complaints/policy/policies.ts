/** What the tests of the policy read. */

export interface Policy {
  language: string;
  version: number;
  validFrom: string | null;
  languages: string[];
  title: string;
  charges: string | null;
  channels: string[];
  contactPoints: { id: string; label: string; value: string }[];
  handIn: { method: string; href: string };
  process: { stage: string; what: string; within: string; legal: boolean; clause: string | null }[];
  confirmWindow: { within: string };
  disputeWindow: { within: string };
  routesOutside: string;
  regulator: { profile: string };
}

export interface Version {
  id: string;
  language: string;
  version: number;
  validFrom: string;
  publishedBy: { name: string };
}

/** Enough to be published, but for the language. */
export const WORDS = {
  title: 'Panaszkezelés',
  introduction: 'Írja meg, mi történt.',
  howToComplain: 'Az űrlapon vagy telefonon.',
  whatWeNeed: 'Amit tud.',
  remedies: 'Csere vagy javítás.',
  help: 'Segítünk.',
};
