import { Check, type Wrong } from '../platform/http/fields/check.js';

/** What names a customer or a complaint: one of them. */
export interface AboutOne {
  customerId?: string;
  complaintId?: string;
}

/** Either a customer or a complaint is named, never both. */
export const NamesOne = Check(({ customerId, complaintId }: AboutOne): Wrong[] => {
  if (customerId !== undefined && complaintId !== undefined) {
    return [{ at: '/complaintId', code: 'not_applicable', detail: 'does not go together with `customerId`' }];
  }
  return (customerId ?? complaintId) ? [] : [{ at: '/customerId', code: 'required' }];
});
