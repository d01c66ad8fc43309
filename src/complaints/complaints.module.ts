import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { TRACKING_LOOKUP } from '../access/tracking-tokens.js';
import { AuditModule } from '../audit/audit.module.js';
import { CommunicationsModule } from '../communications/communications.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { StandardsModule } from '../standards/standards.module.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { ActionsController } from './actions/actions.controller.js';
import { ActionsService } from './actions/actions.service.js';
import { ATTACHMENT_PROVIDERS } from './attachments/attachment.providers.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { AttachmentsService } from './attachments/attachments.service.js';
import { DownloadsController } from './attachments/downloads.controller.js';
import { TrackedAttachmentsController } from './attachments/tracked-attachments.controller.js';
import { BreachesController } from './breaches/breaches.controller.js';
import { BreachesService } from './breaches/breaches.service.js';
import { Cases } from './case/cases.service.js';
import { ComplaintReads } from './shown/complaint.reads.js';
import { ComplaintsController } from './complaints.controller.js';
import { ComplaintsService } from './complaints.service.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { EvidenceService } from './evidence/evidence.service.js';
import { FactsController } from './facts/facts.controller.js';
import { FactsService } from './facts/facts.service.js';
import { IssuesController } from './issues/issues.controller.js';
import { IssuesService } from './issues/issues.service.js';
import { DuplicateReads } from './duplicates/duplicate.reads.js';
import { DuplicatesController } from './duplicates/duplicates.controller.js';
import { LinkReads } from './links/link.reads.js';
import { LinksController } from './links/links.controller.js';
import { LinksService } from './links/links.service.js';
import { InboundMailController } from './mail/inbound-mail.controller.js';
import { MAIL_PROVIDERS } from './mail/mail.providers.js';
import { MailKeeping } from './mail/mail-keeping.service.js';
import { MergingService } from './merging/merging.service.js';
import { DeliveriesController } from './messages/deliveries.controller.js';
import { LetterPreviewController } from './messages/preview/preview.controller.js';
import { MESSAGE_PROVIDERS } from './messages/message.providers.js';
import { MessagesController } from './messages/messages.controller.js';
import { OnTheSpotService } from './on-the-spot/on-the-spot.service.js';
import { AbsenceSubscription } from './ownership/absence.subscription.js';
import { VacancySubscription } from './ownership/vacancy.subscription.js';
import { PartReads } from './parts/part.reads.js';
import { PolicyController } from './policy/policy.controller.js';
import { PolicyReads } from './policy/policy.reads.js';
import { PolicyService } from './policy/policy.service.js';
import { PolicyVersionsController } from './policy/policy-versions.controller.js';
import { BoardController } from './promises/board/board.controller.js';
import { BoardReads } from './promises/board/board.reads.js';
import { ExplanationReads } from './promises/explanation/explanation.reads.js';
import { PromisesController } from './promises/promises.controller.js';
import { PromisesService } from './promises/promises.service.js';
import { MergedCustomerSubscription } from './intake/merged-customer.subscription.js';
import { References } from './intake/references.js';
import { MyAuthorityController } from './remedies/my-authority.controller.js';
import { MyAuthorityReads } from './remedies/my-authority.reads.js';
import { ReferralsController } from './referrals/referrals.controller.js';
import { ReferralsService } from './referrals/referrals.service.js';
import { RemediesController } from './remedies/remedies.controller.js';
import { RemediesService } from './remedies/remedies.service.js';
import { RepresentativesController } from './representation/representatives.controller.js';
import { RepresentativesService } from './representation/representatives.service.js';
import { ComparisonJob } from './replay/comparison.job.js';
import { PreviewController } from './restandardising/preview.controller.js';
import { RecountJob } from './restandardising/recount.job.js';
import { PreviewReads } from './restandardising/preview.reads.js';
import { RetentionController } from './retention/retention.controller.js';
import { RetentionService } from './retention/retention.service.js';
import { TermsService } from './promises/terms.service.js';
import { Timekeeper } from './time/timekeeper.service.js';
import { LostTrackingController } from './tracking/lost/lost-tracking.controller.js';
import { LostTrackingLimit } from './tracking/lost/lost-tracking.limit.js';
import { LostTrackingService } from './tracking/lost/lost-tracking.service.js';
import { TrackingController } from './tracking/tracking.controller.js';
import { TrackingReads } from './tracking/tracking.reads.js';
import { WorkflowController } from './workflow/workflow.controller.js';

/** The heart: a complaint and its way from receipt to closure. */
@Module({
  imports: [
    AccessModule,
    AuditModule,
    CommunicationsModule,
    CustomersModule,
    KnowledgeModule,
    StandardsModule,
  ],
  controllers: [
    ComplaintsController,
    ActionsController,
    DuplicatesController,
    FactsController,
    LinksController,
    MessagesController,
    PreviewController,
    PromisesController,
    BoardController,
    BreachesController,
    RemediesController,
    ReferralsController,
    PolicyController,
    PolicyVersionsController,
    RetentionController,
    MyAuthorityController,
    IssuesController,
    RepresentativesController,
    TrackingController,
    WorkflowController,
    DeliveriesController,
    LostTrackingController,
    LetterPreviewController,
    AttachmentsController,
    TrackedAttachmentsController,
    DownloadsController,
    InboundMailController,
    EvidenceController,
  ],
  providers: [
    ActionsService,
    BoardReads,
    BreachesService,
    Cases,
    MyAuthorityReads,
    RemediesService,
    RepresentativesService,
    ReferralsService,
    PolicyReads,
    PolicyService,
    ComplaintReads,
    ComplaintsService,
    DuplicateReads,
    FactsService,
    IssuesService,
    MergedCustomerSubscription,
    LinkReads,
    LinksService,
    MergingService,
    OnTheSpotService,
    PartReads,
    PreviewReads,
    PromisesService,
    ExplanationReads,
    RecountJob,
    References,
    RetentionService,
    TermsService,
    Timekeeper,
    TrackingReads,
    VacancySubscription,
    LostTrackingLimit,
    LostTrackingService,
    AbsenceSubscription,
    ComparisonJob,
    ...ATTACHMENT_PROVIDERS,
    ...MESSAGE_PROVIDERS,
    ...MAIL_PROVIDERS,
    EvidenceService,
    { provide: TRACKING_LOOKUP, useExisting: TrackingReads },
  ],
  exports: [AttachmentsService, ComparisonJob, MailKeeping, Timekeeper],
})
export class ComplaintsModule {}
