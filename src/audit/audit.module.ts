import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AuditController } from './audit.controller.js';
import { AuditReads } from './audit.reads.js';
import { IdempotencyStore } from './door/idempotency.store.js';
import { Ledger } from './ledger.service.js';
import { EntryExports } from './export/entry-exports.service.js';
import { ExportController } from './export/export.controller.js';
import { Feed } from './feed/feed.service.js';
import { RecentEntries } from './feed/recent-entries.js';
import { LogNews } from './following/log-news.js';
import { LogSignal } from './following/log-signal.js';
import { Sealer } from './following/sealer.js';
import { SubscriptionStore } from './following/subscription.store.js';
import { Subscriptions } from './following/subscriptions.js';

/** The one write door, and the log behind it. */
@Module({
  imports: [DiscoveryModule],
  controllers: [AuditController, ExportController],
  providers: [
    AuditReads,
    EntryExports,
    Feed,
    IdempotencyStore,
    Ledger,
    LogNews,
    LogSignal,
    RecentEntries,
    Sealer,
    Subscriptions,
    SubscriptionStore,
  ],
  exports: [AuditReads, Feed, IdempotencyStore, Ledger, LogSignal, Subscriptions],
})
export class AuditModule {}
