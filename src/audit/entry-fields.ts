/** One field of an entry's `data`. */
export interface Field<T> {
  /** Not in the hashed bytes: a salted commitment stands in its place, so that the value can be erased. */
  readonly personal: boolean;
  /** Shown to staff only: an auditor reads null. */
  readonly staffOnly?: true;
  /** Never set: carries the value's type to the compiler. */
  readonly sample?: () => T;
}

/** For ids, enums, times (RFC 3339 text), money and codes: stands in the hashed bytes for ever. */
export function plain<T>(): Field<T> {
  return { personal: false };
}

/** For names, contact data, free text, whatever a person typed. Null stays null, all else becomes a commitment. */
export function personal<T>(): Field<T> {
  return { personal: true };
}

/** A personal value that the work needs and the check of the work does not. */
export function staffOnly<T>(): Field<T> {
  return { personal: true, staffOnly: true };
}

/** What an entry, or a lock of the write door, can be about. */
export const SUBJECT_TYPES = [
  'user',
  'session',
  'authority',
  'calendar',
  'contact_point',
  'standard',
  'team',
  'cause',
  'category',
  'corrective_action',
  'organisation_unit',
  'tier',
  'account',
  'customer',
  'contact',
  'complaint',
  'fact',
  'message',
  'promise',
  'breach',
  'remedy',
  'link',
  'issue',
  'representative',
  'referral',
  'policy_version',
  'absence',
  'attachment',
  'inbound_mail',
  'legal_hold',
  'subject_export',
  'retention_run',
  'erasure',
  'template_version',
  'notice_settings',
  'webhook',
  'log',
  'access_record',
  'subscription',
  'comparison',
] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

export const SUBJECT_MEANINGS: Record<SubjectType, string> = {
  user: 'somebody of the house',
  session: 'a signing in, until it ends',
  authority: 'how much a role or a person may grant alone',
  calendar: 'when the house is open',
  contact_point: 'a way to reach the house',
  standard: 'what the house promises to whom',
  team: 'people who work together',
  cause: 'why things go wrong, as decisions choose it',
  category: 'what a complaint is about, as it is sorted',
  corrective_action: 'what the house changes so that a cause does not come back',
  organisation_unit: 'a legal entity, a brand or a branch of the house',
  tier: 'a class of customers',
  account: 'a company that is a customer',
  customer: 'whom the house serves',
  contact: 'a key figure of a company',
  complaint: 'the complaint itself',
  fact: 'a fact of a complaint',
  message: 'words of a complaint',
  promise: 'a promise to the customer',
  breach: 'a broken promise',
  remedy: 'what makes good',
  link: 'how two complaints belong together',
  issue: 'one point complained about',
  representative: 'who complains for somebody',
  referral: 'that a body outside the house has a complaint',
  attachment: 'a file of a complaint',
  inbound_mail: 'a mail that came in',
  policy_version: 'what the house tells the public about complaining, in one language',
  absence: 'that somebody of the house is away',
  legal_hold: 'what keeps something from being erased',
  retention_run: 'complaints whose time is over, erased together',
  subject_export: 'everything that is known about a person, for that person',
  erasure: 'the erasing of what is known of a person',
  template_version: 'in which words the house writes a kind of letter, in one language',
  notice_settings: 'how somebody of the house is told things',
  webhook: 'an address of another program that the log is brought to',
  log: 'the log itself',
  access_record: 'what was read, or refused, within a few seconds',
  subscription: 'a part of the program that follows the log',
  comparison: 'a comparison of the rows of all complaints with the log',
};

/** One type of entry: what it is about, what it means, and the only fields its `data` may have. */
export interface EntrySpec {
  readonly subject: SubjectType;
  /** One sentence for the documentation. */
  readonly meaning: string;
  readonly data: Readonly<Record<string, Field<unknown>>>;
}

/** The value type of a field. */
export type ValueOf<F> = F extends Field<infer T> ? T : never;
