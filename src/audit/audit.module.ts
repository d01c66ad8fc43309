import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessBuffer } from './access-records/access-buffer.js';
import { AccessRecords } from './access-records/access-records.service.js';
import { AccessWatch } from './access-records/access-watch.js';
import { AuditController } from './audit.controller.js';
import { AuditReads } from './audit.reads.js';
import { IdempotencyStore } from './door/idempotency.store.js';
import { LogCheckJob } from './verification/log-check.job.js';
import { Ledger } from './ledger.service.js';
import { EntryExports } from './export/entry-exports.service.js';
import { ExportController } from './export/export.controller.js';
import { Feed } from './feed/feed.service.js';
import { RecentEntries } from './feed/recent-entries.js';
import { LogNews } from './following/log-news.js';
import { LogSignal } from './following/log-signal.js';
import { EvidenceReads } from './proofs/evidence.reads.js';
import { ProofReads } from './proofs/proof.reads.js';
import { ProofsController } from './proofs/proofs.controller.js';
import { Checkpoints } from './tree/checkpoints.js';
import { LogKeys } from './tree/log-keys.js';
import { Sealer } from './following/sealer.js';
import { SubscriptionStore } from './following/subscription.store.js';
import { Subscriptions } from './following/subscriptions.js';
import { SubscriptionReads } from './operating/subscription.reads.js';
import { SubscriptionsController } from './operating/subscriptions.controller.js';
import { SubscriptionsService } from './operating/subscriptions.service.js';

/** The one write door, and the log behind it. */
@Module({
  imports: [DiscoveryModule],
  controllers: [AuditController, ExportController, ProofsController, SubscriptionsController],
  providers: [
    AccessBuffer,
    AccessRecords,
    AccessWatch,
    AuditReads,
    Checkpoints,
    EntryExports,
    EvidenceReads,
    Feed,
    IdempotencyStore,
    Ledger,
    LogCheckJob,
    LogKeys,
    LogNews,
    LogSignal,
    ProofReads,
    RecentEntries,
    Sealer,
    SubscriptionReads,
    Subscriptions,
    SubscriptionsService,
    SubscriptionStore,
  ],
  exports: [
    AccessRecords,
    AuditReads,
    EvidenceReads,
    Feed,
    IdempotencyStore,
    Ledger,
    LogCheckJob,
    LogSignal,
    Subscriptions,
  ],
})
export class AuditModule {}
