import { ERASED } from '../../kernel/erased.js';
import { by, cleared, columns, remade, standIn, type TableData } from './data.js';

/** Members of a JSON value that have text become the stand-in; those that are null stay null. */
function within(column: string, ...members: string[]): string {
  return members.reduce((value, member) => {
    const path = `'{${member.replace('.', ',')}}'`;
    return `CASE WHEN t.${column} #>> ${path} IS NULL THEN ${value}
      ELSE jsonb_set(${value}, ${path}, '"${ERASED}"') END`;
  }, `t.${column}`);
}

/** A complaint and everything below it. */
export const COMPLAINT_DATA: Record<string, TableData> = {
  complaints: {
    rows: 'a complaint',
    of: { complaint: by('id') },
    personal: {
      subject: cleared('words'),
      description: standIn('words'),
      desired_outcome: cleared('words'),
      answer_via_reason: cleared('words'),
      summary: remade('words', `CASE WHEN t.summary IS NOT NULL THEN '${ERASED}' END`),
      assessment: remade('words', within('assessment', 'impact', 'immediateAction')),
      resolution: remade('words', within('resolution', 'explanation', 'rootCause.text')),
      product: cleared('particulars'),
      order_reference: cleared('particulars'),
      external_id: cleared('particulars'),
      tags: remade('particulars', `'{}'`),
      complainant_name: cleared('names'),
      complainant_email: cleared('contact_data'),
      complainant_phone: cleared('contact_data'),
      complainant_address: cleared('contact_data'),
    },
    staff: columns('owner_name owner_email owner_phone stand_in_name stand_in_email stand_in_phone'),
    plain: columns(`
      id reference state version channel language occurred_at category_id customer_id account_id answer_via severity
      owner_id owner_assigned_at level disputed complained_about_user_ids conflict_told_at decided_by_ids asked_in
      pauses_used ended_in ended_at next_due_at closes_at disputable_until merged_into_id token_generation received_at
      created_at updated_at closed_at tier standard_id standard_version profile reply_by paused_since
      closing_notice_id wake_at earlier_complaints erased_at legal_entity_id brand_id branch_id represented
      open_referrals retention_class erase_after stand_in_id`),
  },
  complaint_words: {
    rows: 'the words that a search finds a complaint by; the reference stays one of them',
    of: { complaint: by('complaint_id') },
    personal: {
      words: remade('search', ofReference()),
      all_words: remade('search', ofReference()),
    },
    plain: columns('complaint_id'),
  },
  facts: {
    rows: 'a fact',
    of: { complaint: by('complaint_id') },
    personal: { statement: standIn('words'), standing_reason: cleared('words') },
    staff: columns('recorded_by_name'),
    plain: columns(
      'id complaint_id source standing occurred_at recorded_by_id version created_at updated_at',
    ),
  },
  messages: {
    rows: 'words between the house and the customer, or an internal note',
    of: { complaint: by('complaint_id') },
    personal: {
      body: standIn('words'),
      // Staff who wrote keep their name.
      author_name: remade('names', `CASE WHEN t.author_kind <> 'complainant' THEN t.author_name END`),
    },
    plain: columns(`
      id complaint_id audience direction kind automatic author_kind author_id keeps delivery_via delivery_state
      delivery_at heard_at version created_at`),
  },
  mail_deliveries: {
    rows: 'what became of a mail',
    of: {
      complaint: (ids) => `t.message_id IN (SELECT m.id FROM messages m WHERE m.complaint_id = ANY (${ids}))`,
    },
    personal: {
      recipient: cleared('contact_data'),
      counted_as: cleared('contact_data'),
      // A mail server's words may name the address.
      last_error: cleared('traces'),
    },
    plain: columns(`
      id message_id automatic state attempts uncertain first_tried_at last_tried_at next_try_at accepted_at
      response_code created_at`),
  },
  promises: {
    rows: 'a promise',
    of: { complaint: by('complaint_id') },
    personal: { what: cleared('words') },
    staff: columns('made_by_name'),
    plain: columns(`
      id complaint_id kind state legal due_at warn_at paused_since made_by_kind made_by_id kept_at broken_at moved_to_id
      released_by released_at message_id version created_at counted_from rule pauses told warned_at carried_from_ids`),
  },
  breaches: {
    rows: 'a broken promise',
    of: { complaint: by('complaint_id') },
    personal: { cause: remade('words', within('cause', 'text')), reason: cleared('words') },
    staff: columns('answered_by_name'),
    plain: columns(`
      id complaint_id promise_id kind state broken_at apology_message_id answered_at answered_by_id version created_at
      updated_at`),
  },
  remedies: {
    rows: 'what makes good',
    of: { complaint: by('complaint_id') },
    personal: {
      reason: standIn('words'),
      decision_reason: cleared('words'),
      note: cleared('words'),
      external_reference: cleared('particulars'),
    },
    staff: columns('proposed_by_name approvers decided_by_name'),
    plain: columns(`
      id complaint_id type minor currency state due_at proposed_by_id decided_by_id approved_at executed_at promise_id
      expires_at version created_at updated_at`),
  },
  grants: {
    rows: 'an amount that was granted',
    plain: columns('id user_id complaint_id authority_id currency minor granted_at reversed_at'),
  },
  issues: {
    rows: 'one point complained about',
    of: { complaint: by('complaint_id') },
    personal: {
      what: standIn('words'),
      product: cleared('particulars'),
      explanation: remade('words', `CASE WHEN t.explanation IS NOT NULL THEN '${ERASED}' END`),
      root_cause: remade('words', within('root_cause', 'text')),
    },
    staff: columns('decided_by_name added_by_name'),
    plain: columns(`
      id complaint_id category_id state outcome not_determined_reason decided_by_id decided_at withdrawn_how
      withdrawn_at added_by_id version created_at updated_at`),
  },
  representatives: {
    rows: 'who complains for somebody',
    of: { complaint: by('complaint_id') },
    personal: {
      name: standIn('names'),
      organisation: cleared('names'),
      email: cleared('contact_data'),
      phone: cleared('contact_data'),
      address: cleared('contact_data'),
      authority_evidence: cleared('words'),
      reason: cleared('words'),
    },
    staff: columns('decided_by_name'),
    plain: columns(`
      id complaint_id relation state authority_kind authority_scope authority_granted_at authority_valid_until
      decided_by_id decided_at version created_at updated_at`),
  },
  attachments: {
    rows: 'a file of a complaint, which is deleted when its row is erased',
    of: { complaint: by('complaint_id') },
    personal: {
      name: cleared('particulars'),
      description: cleared('words'),
      declared_type: cleared('particulars'),
    },
    staff: columns('added_by_name'),
    plain: columns(`
      id complaint_id upload_id message_id brought_by type size sha256 storage_key scan threat scanned_at added_by_id
      removed_at version created_at`),
  },
  referrals: {
    rows: 'a body outside the house that has the complaint',
    of: { complaint: by('complaint_id') },
    personal: {
      body: standIn('words'),
      reference: cleared('particulars'),
      note: cleared('words'),
      summary: remade('words', `CASE WHEN t.summary IS NOT NULL THEN '${ERASED}' END`),
    },
    staff: columns('made_by_name outcome_by_name'),
    plain: columns(`
      id complaint_id kind referred_by referred_at state outcome decided_at award_minor award_currency made_by_id
      outcome_by_id version created_at updated_at`),
  },
  links: {
    rows: 'how two complaints belong together',
    of: { complaint: (ids) => `(t.complaint_id = ANY (${ids}) OR t.other_id = ANY (${ids}))` },
    personal: { note: cleared('words') },
    staff: columns('created_by_name'),
    plain: columns('id complaint_id other_id type created_by_id version created_at'),
  },
};

function ofReference(): string {
  return `(SELECT strip(to_tsvector('simple', c.reference)) FROM complaints c WHERE c.id = t.complaint_id)`;
}
