import { by, cleared, columns, type TableData } from './data.js';

/** Mails that came in, and the mailboxes that they came into. */
export const MAIL_DATA: Record<string, TableData> = {
  inbound_mails: {
    rows: 'a mail that came in; the whole of it is deleted when its row is erased',
    of: { complaint: by('complaint_id') },
    personal: {
      sender: cleared('contact_data'),
      counted_as: cleared('contact_data'),
      subject: cleared('words'),
    },
    staff: columns('decided_by_name'),
    plain: columns(`
      id mailbox identity sha256 size storage_key kind decision because complaint_id suggested_id message_id files
      files_left decided_by_id decided_at erased_at version received_at created_at`),
  },
  inbound_mailboxes: {
    rows: 'how far a mailbox of the house was read',
    house: columns('name'),
    plain: columns('uid_validity last_uid'),
  },
};
