import { by, cleared, columns, remade, standIn, type TableData } from './data.js';

/** Whom the house serves. A company is no person; its key figures are. */
export const CUSTOMER_DATA: Record<string, TableData> = {
  customers: {
    rows: 'a customer',
    of: { customer: by('id') },
    personal: {
      name: standIn('names'),
      salutation: cleared('names'),
      emails: remade('contact_data', `'[]'`),
      phones: remade('contact_data', `'[]'`),
      address: cleared('contact_data'),
      do_not_contact: cleared('words'),
      vulnerability: cleared('vulnerability'),
      folded_name: remade('search', `''`),
      keys: remade('search', `'{}'`),
    },
    plain: columns(`
      id language preferred_channel account_id tier tier_by tier_until merged_into_id version created_at updated_at
      erased_at`),
  },
  contacts: {
    rows: 'a key figure of a company',
    of: { contact: by('id') },
    personal: {
      name: standIn('names'),
      role: cleared('particulars'),
      email: cleared('contact_data'),
      phone: cleared('contact_data'),
      notes: cleared('words'),
    },
    plain: columns('id account_id customer_id version created_at updated_at erased_at'),
  },
  accounts: {
    rows: 'a company that is a customer',
    house: columns('name folded_name registration_number notes'),
    plain: columns('id manager_id tier version created_at updated_at'),
  },
  customer_values: {
    rows: 'what a customer was worth in a year',
    of: { customer: by('customer_id') },
    plain: columns('id customer_id year currency revenue cost_to_serve created_at updated_at'),
  },
  erasures: {
    rows: 'an erasure, planned or done; why it was asked for may name the person',
    of: {
      complaint: (ids) => `t.complaint_ids && ${ids}`,
      customer: (ids) => `t.customer_ids && ${ids}`,
      contact: (ids) => `t.contact_ids && ${ids}`,
    },
    personal: { reason: cleared('words') },
    staff: columns('planned_by_name decided_by_name'),
    plain: columns(`
      id state basis customer_id contact_id complaint_id customer_ids contact_ids complaint_ids versions extent
      planned_by_id planned_at decided_by_id decided_at version created_at updated_at`),
  },
};
