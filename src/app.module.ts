import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { StreamTicket } from './access/events/stream-ticket.entity.js';
import { RateLimit } from './access/limits/rate-limit.entity.js';
import { RefreshToken, Session } from './access/sessions/session.entity.js';
import { Absence } from './access/availability/absence.entity.js';
import { Authority, Grant } from './access/authority/authority.entity.js';
import { Team } from './access/teams/team.entity.js';
import { User } from './access/user.entity.js';
import { AccessRecord } from './audit/access-records/access-record.entity.js';
import { AuditModule } from './audit/audit.module.js';
import { IdempotencyKeyRow } from './audit/door/idempotency-key.entity.js';
import * as entryEntities from './audit/entries/entry.entity.js';
import * as subscriptionEntities from './audit/following/subscription.entity.js';
import { Attachment } from './complaints/attachments/attachment.entity.js';
import { AutomationModule } from './automation/automation.module.js';
import { NoticedEntry, StaffNotice } from './automation/notices/notice.entity.js';
import { NoticeSettings } from './automation/notices/settings/notice-settings.entity.js';
import * as treeEntities from './audit/tree/tree.entity.js';
import { Breach } from './complaints/breaches/breach.entity.js';
import { Issue } from './complaints/issues/issue.entity.js';
import { Representative } from './complaints/representation/representative.entity.js';
import { Referral } from './complaints/referrals/referral.entity.js';
import { Remedy } from './complaints/remedies/remedy.entity.js';
import { TemplateVersion } from './communications/templates/template.entity.js';
import { Complaint } from './complaints/complaint.entity.js';
import { ComplaintsModule } from './complaints/complaints.module.js';
import { CommunicationsModule } from './communications/communications.module.js';
import { MailDelivery } from './communications/mail-out/mail-delivery.entity.js';
import { Fact } from './complaints/facts/fact.entity.js';
import * as inboundEntities from './complaints/mail/inbound-mail.entity.js';
import { Message } from './complaints/messages/message.entity.js';
import { PolicyVersion } from './complaints/policy/policy.entity.js';
import { CustomerPromise } from './complaints/promises/promise.entity.js';
import { Account, Contact } from './customers/accounts/account.entity.js';
import { CustomersModule } from './customers/customers.module.js';
import { Customer } from './customers/records/customer.entity.js';
import { Tier } from './customers/tiers/tier.entity.js';
import { CustomerValue } from './customers/value/customer-value.entity.js';
import { DocumentationModule } from './documentation/documentation.module.js';
import { InsightsModule } from './insights/insights.module.js';
import * as punctualityEntities from './insights/punctuality/punctuality.entity.js';
import { CorrectiveAction } from './knowledge/corrective-actions/corrective-action.entity.js';
import { KnowledgeModule } from './knowledge/knowledge.module.js';
import { Category, Cause } from './knowledge/trees/tree-node.entity.js';
import { OrganisationModule } from './organisation/organisation.module.js';
import { OrganisationUnit } from './organisation/unit.entity.js';
import { Webhook, WebhookDelivery, WebhookQueue } from './automation/webhooks/webhook.entity.js';
import type { Config } from './platform/config.js';
import { HealthModule } from './platform/health/health.module.js';
import { OpenApiModule } from './platform/openapi/openapi.module.js';
import { PlatformModule, type PoolTarget } from './platform/platform.module.js';
import * as calendarEntities from './standards/calendars/calendar.entity.js';
import { ContactPoint } from './standards/contact-points/contact-point.entity.js';
import * as standardEntities from './standards/standard.entity.js';
import { SubjectExport } from './privacy/export/subject-export.entity.js';
import { LegalHold } from './privacy/holds/legal-hold.entity.js';
import * as retentionEntities from './privacy/retention/retention-run.entity.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { StandardsModule } from './standards/standards.module.js';
import { Erasure } from './privacy/erasures/erasure.entity.js';
import { Schedule } from './schedule.js';

/** Every table that the program knows. */
const ENTITIES = [
  User,
  Session,
  RefreshToken,
  RateLimit,
  StreamTicket,
  Team,
  Authority,
  Grant,
  IdempotencyKeyRow,
  ...Object.values(entryEntities),
  ...Object.values(subscriptionEntities),
  ...Object.values(treeEntities),
  ...Object.values(calendarEntities),
  ContactPoint,
  ...Object.values(standardEntities),
  Cause,
  Category,
  CorrectiveAction,
  Tier,
  Account,
  Customer,
  Contact,
  CustomerValue,
  Complaint,
  Fact,
  Message,
  CustomerPromise,
  Breach,
  Remedy,
  Issue,
  Representative,
  OrganisationUnit,
  Referral,
  PolicyVersion,
  MailDelivery,
  Absence,
  TemplateVersion,
  Attachment,
  ...Object.values(inboundEntities),
  ...Object.values(punctualityEntities),
  LegalHold,
  SubjectExport,
  retentionEntities.RetentionRun,
  retentionEntities.RetentionRunItem,
  Erasure,
  StaffNotice,
  NoticedEntry,
  NoticeSettings,
  Webhook,
  WebhookQueue,
  WebhookDelivery,
  AccessRecord,
];

/** The whole program. */
@Module({})
export class AppModule {
  static forRoot(config: Config, target: PoolTarget): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(config, target, ENTITIES),
        HealthModule,
        OpenApiModule,
        AuditModule,
        AccessModule,
        CustomersModule,
        StandardsModule,
        KnowledgeModule,
        OrganisationModule,
        CommunicationsModule,
        ComplaintsModule,
        PrivacyModule,
        AutomationModule,
        InsightsModule,
        DocumentationModule,
      ],
      providers: [Schedule],
    };
  }
}
