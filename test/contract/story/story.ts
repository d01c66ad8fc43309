import { AVAILABILITY } from './availability.js';
import { ATTACHMENT_STORY } from './attachments.js';
import { BED_STORY } from './bed.js';
import { BREACH_STORY } from './breaches.js';
import { CALENDARS_STORY } from './calendars.js';
import { ENDING } from './ending.js';
import { CONTACT_POINTS } from './contact-points.js';
import { CUSTOMERS } from './customers.js';
import { ERASING_STORY } from './erasing.js';
import { DOCUMENTATION, HOUSE } from './house.js';
import { FEED_STORY } from './feed.js';
import { INSIGHTS } from './insights.js';
import { ISSUE_STORY } from './issues.js';
import { KEEPING_STORY } from './keeping.js';
import { LEARNING } from './learning.js';
import { LAMP_AGAIN, LAMP_STORY, TABLE_STORY } from './others.js';
import { MAIL_STORY } from './mail.js';
import { NOTICES_STORY } from './notices.js';
import { MAIL_IN_STORY } from './mail-in.js';
import { MERGING_STORY } from './merging.js';
import { ON_THE_SPOT_STORY } from './on-the-spot.js';
import { PARTIES_STORY } from './parties.js';
import { POLICY_STORY } from './policy.js';
import { PROMISES_STORY } from './promises.js';
import { PROOFS_STORY } from './proofs.js';
import { REFERRAL_STORY } from './referrals.js';
import { REFUSALS } from './refusals.js';
import { REFUSED_ACTIONS } from './refused-actions.js';
import { REMEDY_STORY } from './remedies.js';
import { STANDARDS_STORY } from './standards.js';
import { SUBSCRIPTIONS_STORY } from './subscriptions.js';
import { TEAMS } from './teams.js';
import { TEMPLATES_STORY } from './templates.js';
import type { Step } from './step.js';
import { WEBHOOKS } from './webhooks.js';
import { BED_WORK } from './work.js';

/** When the story begins: a Friday morning. */
export const BEGINNING = '2026-11-20T09:00:00.000Z';

/** Every operation of the API, called by people who have a reason to, in the order in which they do. */
export const STORY: readonly Step[] = [
  ...DOCUMENTATION,
  ...HOUSE,
  ...CALENDARS_STORY,
  ...STANDARDS_STORY,
  ...POLICY_STORY,
  ...BED_STORY,
  ...PROMISES_STORY,
  ...TABLE_STORY,
  ...LAMP_STORY,
  ...REFUSALS,
  ...REFUSED_ACTIONS,
  ...LAMP_AGAIN,
  ...BED_WORK,
  ...BREACH_STORY,
  ...REMEDY_STORY,
  ...ISSUE_STORY,
  ...ENDING,
  ...INSIGHTS,
  ...TEAMS,
  ...CONTACT_POINTS,
  ...CUSTOMERS,
  ...LEARNING,
  ...MERGING_STORY,
  ...ON_THE_SPOT_STORY,
  ...PARTIES_STORY,
  ...REFERRAL_STORY,
  ...AVAILABILITY,
  ...ATTACHMENT_STORY,
  ...ERASING_STORY,
  ...KEEPING_STORY,
  ...MAIL_STORY,
  ...TEMPLATES_STORY,
  ...NOTICES_STORY,
  ...MAIL_IN_STORY,
  ...FEED_STORY,
  ...WEBHOOKS,
  ...PROOFS_STORY,
  ...SUBSCRIPTIONS_STORY,
];
