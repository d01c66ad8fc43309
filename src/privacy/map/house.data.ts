import { columns, type TableData } from './data.js';

/** What the house keeps of itself: none of it is reached from a person who complains. */
export const HOUSE_DATA: Record<string, TableData> = {
  users: {
    rows: 'somebody of the house',
    staff: columns('email name phone password_hash'),
    plain: columns('id roles disabled version created_at updated_at'),
  },
  sessions: { rows: 'a signing in', plain: columns('id user_id started_at ended_at') },
  refresh_tokens: {
    rows: 'what renews a session, as a digest',
    plain: columns('hash session_id expires_at used_at'),
  },
  stream_tickets: {
    rows: 'what opens a stream of events once, as a digest',
    plain: columns('hash session_id expires_at'),
  },
  rate_limits: {
    rows: 'a counter of calls; its key is the digest of an address',
    plain: columns('key points expire'),
  },
  teams: {
    rows: 'a team',
    house: columns('name'),
    plain: columns('id member_ids version created_at updated_at'),
  },
  absences: {
    rows: 'somebody of the house is away',
    house: columns('note'),
    staff: columns('user_name stand_in_name'),
    plain: columns(`
      id user_id stand_in_id begins_at ends_at state ended_at version created_at updated_at`),
  },
  notice_settings: {
    rows: 'how somebody of the house is told things',
    plain: columns(`
      id assigned reply warning breach escalated approval undelivered unassigned digest_at zone quiet_from quiet_until
      version created_at updated_at`),
  },
  staff_notices: {
    rows: 'that somebody of the house is told of an entry',
    plain: columns(`
      id entry_id entry_type user_id kind complaint_id stand_in_for_id at read_at mail mail_at mail_id created_at`),
  },
  noticed_entries: {
    rows: 'that it was looked who is told of an entry',
    plain: columns('entry_id at'),
  },
  authorities: {
    rows: 'how much a role or a person may grant alone',
    plain: columns(`
      id role user_id currency per_remedy per_complaint per_period period valid_from valid_until version created_at
      updated_at`),
  },
  calendars: {
    rows: 'when the house is open',
    house: columns('name holidays exceptions'),
    plain: columns('id zone hours moves version created_at updated_at'),
  },
  calendar_versions: {
    rows: 'a calendar as it was',
    house: columns('spec'),
    plain: columns('calendar_id version created_at'),
  },
  standards: {
    rows: 'what the house promises',
    house: columns('name'),
    plain: columns(`
      id rank active is_default applies_to calendar_id promises pauses closing_window closing_notice dispute_window
      version created_at updated_at`),
  },
  standard_versions: {
    rows: 'a standard as it was',
    house: columns('spec'),
    plain: columns('standard_id version created_at'),
  },
  tiers: {
    rows: 'a class of customers',
    house: columns('name'),
    plain: columns('id rank rule active version created_at updated_at'),
  },
  causes: {
    rows: 'why things go wrong',
    house: columns('name path'),
    plain: columns('id parent_id retired version created_at updated_at'),
  },
  categories: {
    rows: 'what complaints are about',
    house: columns('name path'),
    plain: columns('id parent_id retired version created_at updated_at'),
  },
  corrective_actions: {
    rows: 'what the house changes so that a cause does not come back',
    house: columns('what cause_name finding'),
    staff: columns('owner_name'),
    plain: columns(`
      id cause_id owner_id due_at check_at state done_at checked_at version created_at updated_at`),
  },
  organisation_units: {
    rows: 'a legal entity, a brand, a branch',
    house: columns('code name'),
    plain: columns('id kind legal_entity_id brand_id retired version created_at updated_at'),
  },
  contact_points: {
    rows: 'where the house can be reached',
    house: columns('label value note closures'),
    plain: columns('id kind languages calendar_id place public retired version created_at updated_at'),
  },
  policy_versions: {
    rows: 'what the house tells the public, in one language',
    house: columns('title introduction how_to_complain what_we_need remedies charges help'),
    staff: columns('published_by_name'),
    plain: columns('id language version channels valid_from published_by_id created_at'),
  },
  template_versions: {
    rows: 'in which words the house writes a kind of letter, in one language',
    house: columns('subject body'),
    staff: columns('published_by_name'),
    plain: columns('id kind language version published_by_id created_at'),
  },
  punctuality_counts: {
    rows: 'a number of the punctuality board',
    plain: columns(`
      id split week kind legal owner_id team_ids tier category_id kept kept_late broken moved`),
  },
  punctuality_promises: {
    rows: 'what became of a promise, to count it once',
    plain: columns('promise_id outcome count_ids position'),
  },
  punctuality_teams: { rows: 'who was in which team', plain: columns('team_id member_ids') },
  webhooks: {
    rows: 'an address of another program that the log is brought to',
    house: columns('url description'),
    plain: columns(`
      id types active disabled_reason secret_generation old_secret_until version created_at updated_at retired_at`),
  },
  webhook_queues: {
    rows: 'how far the log was brought to a webhook',
    plain: columns('webhook_id position failures opened_at rests_until'),
  },
  webhook_deliveries: {
    rows: 'what became of bringing an entry, which stands in the log alone',
    plain: columns(`
      id webhook_id position entry_id type stream state attempts next_attempt_at leased_until last_attempt_at
      last_status last_failure created_at ended_at`),
  },
  migrations: { rows: 'a migration that has run', plain: columns('id timestamp name') },
  app_privileges: { rows: 'what the program may do with a table', plain: columns('table_name privileges') },
};
