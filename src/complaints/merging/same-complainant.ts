import { similarNames } from '../../customers/records/likeness.js';
import type { Complaint } from '../complaint.entity.js';

type Who = Pick<Complaint, 'customerId' | 'complainantName' | 'complainantEmail' | 'complainantPhone'>;

/**
 * Whether two complaints are of one customer: of the same record, or, where neither names a record, of one who is
 * reached in the same way. Who is known is never the same as who is not.
 */
export function isSameComplainant(one: Who, other: Who): boolean {
  if (one.customerId ?? other.customerId) return one.customerId === other.customerId;
  return (
    isSame(emailOf(one.complainantEmail), emailOf(other.complainantEmail)) ||
    isSame(digitsOf(one.complainantPhone), digitsOf(other.complainantPhone))
  );
}

/**
 * Whether two who are reached in the same way look like two people all the same: they have other names, or each has an
 * address or a number that the other one has not. Who is on record is known by that.
 */
export function contradict(one: Who, other: Who): boolean {
  if (one.customerId ?? other.customerId) return false;
  const [name, otherName] = [one.complainantName, other.complainantName];
  return (
    (name !== null && otherName !== null && !similarNames(name, otherName)) ||
    differs(emailOf(one.complainantEmail), emailOf(other.complainantEmail)) ||
    differs(digitsOf(one.complainantPhone), digitsOf(other.complainantPhone))
  );
}

/** As the indexes of the table have it. */
export function emailOf(email: string | null): string | null {
  return email === null ? null : email.toLowerCase();
}

/** The digits of a number that is long enough to be somebody's, as the indexes of the table have it. */
export function digitsOf(phone: string | null): string | null {
  const digits = phone?.replace(/[^0-9]/g, '') ?? '';
  return digits.length >= FEWEST_DIGITS ? digits : null;
}

const FEWEST_DIGITS = 6;

function differs(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}
