import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  BREACH_STATES,
  ANSWER_VIA,
  DELIVERY_STATES,
  FACT_SOURCES,
  FACT_STANDINGS,
  MESSAGE_KINDS,
  NOT_DETERMINED_REASONS,
  OUTCOMES as FINDINGS,
  PROMISE_KINDS,
  PROMISE_STATES,
} from '../../src/complaints/complaint.words.js';
import * as deliveries from '../../src/automation/webhooks/webhook.entity.js';
import { CONTACT_CHANNELS, TIER_BY } from '../../src/customers/records/customer.words.js';
import { ABSENCE_STATES } from '../../src/access/availability/absence.entity.js';
import { GRANTING_ROLES } from '../../src/access/authority/authority.dto.js';
import { ISSUE_STATES } from '../../src/complaints/issues/issue.words.js';
import { REMEDY_STATES, REMEDY_TYPES } from '../../src/complaints/remedies/remedy.words.js';
import {
  AUTHORITY_KINDS,
  AUTHORITY_SCOPES,
  RELATIONS,
  REPRESENTATIVE_STATES,
} from '../../src/complaints/representation/representative.words.js';
import { UNIT_KINDS } from '../../src/organisation/unit.words.js';
import * as attachments from '../../src/complaints/attachments/attachment.words.js';
import * as referrals from '../../src/complaints/referrals/referral.words.js';
import { SEVERITIES } from '../../src/kernel/words.js';
import { CORRECTIVE_ACTION_STATES } from '../../src/knowledge/corrective-actions/corrective-action.entity.js';
import { LINK_TYPES } from '../../src/complaints/links/link.words.js';
import { STATES } from '../../src/complaints/complaint.states.js';
import { OUTCOMES } from '../../src/insights/punctuality/counts.js';
import { BASES, ERASURE_STATES } from '../../src/privacy/erasures/erasure.words.js';
import { ITEM_STATES, RUN_STATES } from '../../src/privacy/retention/retention-run.entity.js';
import { RETENTION_NAMES } from '../../src/complaints/retention/retention.words.js';
import { ACTOR_KINDS, USER_ROLES } from '../../src/kernel/actor.js';
import { MAIL_STATES } from '../../src/communications/mail-out/mail-delivery.entity.js';
import * as notices from '../../src/automation/notices/notice.words.js';
import { cloneDatabase, type TestDatabase } from '../support/template-database.js';
import { MAIL_KINDS } from '../../src/communications/mail-in/kinds/kind.js';
import { INBOUND_DECISIONS } from '../../src/complaints/mail/inbound-mail.words.js';
import { CONTACT_KINDS } from '../../src/standards/contact-points/contact-point.entity.js';

/** CHECKs that hold a list of words, and the list in the program that each must equal. */
const WORDS: Record<string, readonly string[]> = {
  'complaints_state of complaints': Object.keys(STATES),
  'complaints_merged of complaints': ['merged'],
  'links_type of links': Object.keys(LINK_TYPES),
  'breaches_state of breaches': Object.keys(BREACH_STATES),
  'complaints_severity of complaints': Object.keys(SEVERITIES),
  'complaints_answer_via of complaints': Object.keys(ANSWER_VIA),
  'facts_source of facts': Object.keys(FACT_SOURCES),
  'facts_standing of facts': Object.keys(FACT_STANDINGS),
  'messages_audience of messages': ['customer', 'internal'],
  'messages_direction of messages': ['in', 'out'],
  'messages_kind of messages': Object.keys(MESSAGE_KINDS),
  'messages_delivery_state of messages': Object.keys(DELIVERY_STATES),
  'promises_kind of promises': Object.keys(PROMISE_KINDS),
  'promises_state of promises': Object.keys(PROMISE_STATES),
  'promises_made_by of promises': ['standard', 'law', 'user'],
  'punctuality_promises_outcome of punctuality_promises': OUTCOMES,
  'customers_tier_by of customers': Object.keys(TIER_BY),
  'customers_preferred_channel of customers': Object.keys(CONTACT_CHANNELS),
  'contact_points_kind of contact_points': Object.keys(CONTACT_KINDS),
  'corrective_actions_state of corrective_actions': Object.keys(CORRECTIVE_ACTION_STATES),
  'remedies_state of remedies': Object.keys(REMEDY_STATES),
  'remedies_type of remedies': Object.keys(REMEDY_TYPES),
  'issues_state of issues': Object.keys(ISSUE_STATES),
  'issues_outcome of issues': Object.keys(FINDINGS),
  'issues_not_determined_reason of issues': Object.keys(NOT_DETERMINED_REASONS),
  'representatives_state of representatives': Object.keys(REPRESENTATIVE_STATES),
  'representatives_relation of representatives': Object.keys(RELATIONS),
  'representatives_authority_kind of representatives': Object.keys(AUTHORITY_KINDS),
  'representatives_authority_scope of representatives': Object.keys(AUTHORITY_SCOPES),
  'organisation_units_kind of organisation_units': Object.keys(UNIT_KINDS),
  'organisation_units_place of organisation_units': ['legal_entity', 'branch'],
  'referrals_kind of referrals': Object.keys(referrals.REFERRAL_KINDS),
  'referrals_referred_by of referrals': Object.keys(referrals.REFERRED_BY),
  'referrals_state of referrals': Object.keys(referrals.REFERRAL_STATES),
  'referrals_outcome of referrals': Object.keys(referrals.REFERRAL_OUTCOMES),
  'absences_state of absences': Object.keys(ABSENCE_STATES),
  'absences_ended of absences': ['over'],
  'attachments_brought_by of attachments': Object.keys(attachments.ATTACHED_BY),
  'attachments_scan of attachments': Object.keys(attachments.SCANS),
  'attachments_scanned of attachments': ['unscanned'],
  'attachments_threat of attachments': ['infected'],
  'inbound_mails_kind of inbound_mails': Object.keys(MAIL_KINDS),
  'inbound_mails_decision of inbound_mails': Object.keys(INBOUND_DECISIONS),
  'authorities_role of authorities': GRANTING_ROLES,
  'users_roles of users': USER_ROLES,
  'complaints_retention_class of complaints': RETENTION_NAMES,
  'retention_runs_state of retention_runs': Object.keys(RUN_STATES),
  'retention_run_items_state of retention_run_items': Object.keys(ITEM_STATES),
  'erasures_state of erasures': Object.keys(ERASURE_STATES),
  'erasures_basis of erasures': Object.keys(BASES),
  'erasures_decided of erasures': ['planned'],
  'mail_deliveries_state of mail_deliveries': Object.keys(MAIL_STATES),
  'webhooks_disabled_reason of webhooks': ['gone'],
  'webhook_deliveries_state of webhook_deliveries': deliveries.DELIVERY_STATES,
  'entries_actor_kind_known of entries': ACTOR_KINDS,
  'notice_settings_ways of notice_settings': Object.keys(notices.NOTICE_WAYS),
  'staff_notices_kind of staff_notices': Object.keys(notices.NOTICE_KINDS),
  'staff_notices_mail of staff_notices': Object.keys(notices.NOTICE_MAIL_STATES),
  'staff_notices_mailed of staff_notices': ['waiting', 'sending', 'sent', 'failed'],
};

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

describe('the words that a column may hold', () => {
  it('are those of the program', async () => {
    expect(await wordLists()).toEqual(sorted(WORDS));
  });
});

async function wordLists(): Promise<Record<string, string[]>> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT c.conname || ' of ' || c.conrelid::regclass AS name, pg_get_constraintdef(c.oid) AS definition
     FROM pg_constraint c
     WHERE c.contype = 'c' AND c.connamespace = 'public'::regnamespace`,
  );
  const lists = rows.map(({ name, definition }): [string, string[]] => [
    name,
    [...definition.matchAll(/'([^']*)'::text/g)].map(([, word]) => word ?? ''),
  ]);
  return sorted(Object.fromEntries(lists.filter(([, words]) => words.length > 0)));
}

function sorted(lists: Record<string, readonly string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(lists).map(([name, words]) => [name, [...words].sort()]));
}
