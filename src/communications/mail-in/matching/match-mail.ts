import { parseReference } from '../../../kernel/reference.js';
import { type KindOfMail } from '../kinds/kind.js';
import { type ReadMail } from '../reading/mail.js';
import { readReplyAddress, type ReplyKey } from './reply-address.js';

/** What becomes of a mail. */
export const MAIL_DECISIONS = {
  reply: 'words of somebody who takes part in the complaint: they belong to it',
  suggestion: 'it may belong to the complaint, which a person decides; nobody gets to see anything by it',
  new: 'the first word of a new complaint',
  bounce: 'a message of the house did not arrive',
  automatic: 'written by a program: on record at the complaint where there is one, and never answered',
  ignored:
    'neither for the house nor from anybody: what it sent itself, what a mailing list sends, a notice of delay',
} as const;
export type MailDecision = keyof typeof MAIL_DECISIONS;

export interface MatchedMail {
  decision: MailDecision;
  complaintId: string | null;
  /** The name of the rule that decided. */
  because: string;
}

/** What the rules ask; each answer is null or false where there is none. */
export interface MailLookups {
  /** The address that replies are made from, such as `help@example.org`, and the other ones of the house. */
  base: string;
  ownAddresses: readonly string[];
  keys: readonly ReplyKey[];
  complaintOfOwnMessageId(messageId: string): string | null | Promise<string | null>;
  /**
   * Whether the address is one of somebody who may read and write there: the complainant, or who acts for them. Without
   * regard to upper and lower case.
   */
  takesPart(complaintId: string, address: string): boolean | Promise<boolean>;
  /** By the written form, such as `7KQ-M3X-W94`. */
  complaintOfReference(reference: string): string | null | Promise<string | null>;
}

/** Ids that are looked up, the newest ones; a long list is a trick or a very old conversation. */
const IDS_MAX = 20;

/**
 * Which complaint a mail belongs to. An address with our code comes first, one of our Message-IDs second; both give
 * words to a complaint only where the one sender takes part in it. A reference in the subject, which anybody may have
 * read, only suggests. Who stands in CC gets nothing by it.
 */
export async function matchMail(
  mail: ReadMail,
  kind: KindOfMail,
  lookups: MailLookups,
): Promise<MatchedMail> {
  if (await isOurOwn(mail, lookups)) return decided('ignored', null, 'own_message');
  if (kind.kind !== 'person' && kind.kind !== 'list') return matchReport(mail, kind, lookups);
  const matched = await matchWords(mail, lookups);
  const isForMany = kind.kind === 'list' && matched.decision !== 'reply';
  return isForMany ? decided('ignored', null, kind.because) : matched;
}

async function matchWords(mail: ReadMail, lookups: MailLookups): Promise<MatchedMail> {
  const addressed = complaintsOfAddresses(mail, lookups);
  if (addressed.length > 1) return decided('suggestion', addressed[0], 'several_reply_addresses');
  if (addressed[0] !== undefined) return taken(mail, addressed[0], 'reply_address', lookups);
  const answered = await firstOf(answeredIds(mail), (id) => lookups.complaintOfOwnMessageId(id));
  if (answered !== null) return taken(mail, answered, 'own_message_id', lookups);
  const named = await firstOf(referencesIn(mail.subject), (text) => lookups.complaintOfReference(text));
  if (named !== null) return decided('suggestion', named, 'reference_in_subject');
  return decided('new', null, 'nothing_else');
}

/** A loop: our own message came back, or something writes in our name. */
async function isOurOwn(mail: ReadMail, lookups: MailLookups): Promise<boolean> {
  const own = [lookups.base, ...lookups.ownAddresses].map((address) => address.toLowerCase());
  const isOwn = ({ address }: { address: string }) =>
    own.includes(address.toLowerCase()) || readReplyAddress(address, lookups.base, lookups.keys) !== null;
  if (mail.from.some(isOwn)) return true;
  return mail.messageId !== null && (await lookups.complaintOfOwnMessageId(mail.messageId)) !== null;
}

/** What no person wrote: the complaint is found by what it reports on, whoever sent it, and nobody gets in by it. */
async function matchReport(mail: ReadMail, kind: KindOfMail, lookups: MailLookups): Promise<MatchedMail> {
  const original = originalOf(kind);
  const ids = original === null ? answeredIds(mail) : [original, ...answeredIds(mail)];
  const reported = await firstOf(ids, (id) => lookups.complaintOfOwnMessageId(id));
  const complaintId = reported ?? complaintsOfAddresses(mail, lookups)[0] ?? null;
  if (kind.kind === 'bounce') return decided('bounce', complaintId, kind.because);
  return decided(kind.kind === 'delay' ? 'ignored' : 'automatic', complaintId, kind.because);
}

function originalOf(kind: KindOfMail): string | null {
  if ('delivery' in kind) return kind.delivery.originalMessageId;
  return kind.kind === 'feedback_report' ? kind.originalMessageId : null;
}

/** One sender who takes part: a mail with two has none that could be held to it (and the other may be anybody). */
async function taken(
  mail: ReadMail,
  complaintId: string,
  because: string,
  lookups: MailLookups,
): Promise<MatchedMail> {
  const [sender, ...others] = mail.from;
  if (sender === undefined) return decided('suggestion', complaintId, `${because}_without_sender`);
  if (others.length > 0) return decided('suggestion', complaintId, `${because}_with_several_senders`);
  if (!namesNobodyElse(mail, sender.address))
    return decided('suggestion', complaintId, `${because}_of_an_unclear_sender`);
  const takesPart = await lookups.takesPart(complaintId, sender.address);
  return takesPart
    ? decided('reply', complaintId, because)
    : decided('suggestion', complaintId, `${because}_of_a_stranger`);
}

/**
 * Whether no other program could take somebody else for the sender, as in `<marta@example.org>@evil.example`: the mail
 * server has checked the one that it read. What stands in quotes or brackets is a name.
 */
function namesNobodyElse({ headers }: ReadMail, sender: string): boolean {
  const bare = (headers.get('from') ?? [])
    .join(' ')
    .replace(/"(?:[^"\\]|\\.)*"/g, ' ')
    .replace(/\([^()]*\)/g, ' ');
  const words = bare.toLowerCase().split(/[\s<>,;:]+/);
  return words.every((word) => !word.includes('@') || word === sender.toLowerCase());
}

/** The complaints whose reply addresses the mail was sent or delivered to, each once. */
function complaintsOfAddresses(mail: ReadMail, { base, keys }: MailLookups): string[] {
  const found = [...mail.to, ...mail.cc, ...mail.deliveredTo]
    .map(({ address }) => readReplyAddress(address, base, keys))
    .filter((id) => id !== null);
  return [...new Set(found)];
}

function answeredIds(mail: ReadMail): string[] {
  return [...new Set([...mail.inReplyTo, ...mail.references.toReversed()])].slice(0, IDS_MAX);
}

/** Whatever looks like a reference in a subject, in one word or in three. */
function referencesIn(subject: string | null): string[] {
  const words = (subject ?? '').slice(0, 1000).split(/[^A-Za-z0-9-]+/);
  const written = words.flatMap((word, at) => [word, words.slice(at, at + 3).join('')]);
  const references = written.map(parseReference).filter((reference) => reference !== null);
  return [...new Set(references)].slice(0, IDS_MAX);
}

async function firstOf<T>(
  items: readonly T[],
  find: (item: T) => string | null | Promise<string | null>,
): Promise<string | null> {
  for (const item of items) {
    const found = await find(item);
    if (found !== null) return found;
  }
  return null;
}

function decided(
  decision: MailDecision,
  complaintId: string | null | undefined,
  because: string,
): MatchedMail {
  return { decision, complaintId: complaintId ?? null, because };
}
