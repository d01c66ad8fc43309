import type { Complaint } from '../complaint.entity.js';

type Who = Pick<Complaint, 'customerId' | 'complainantEmail' | 'complainantPhone'>;

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

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}
