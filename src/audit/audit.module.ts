import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessBuffer } from './access-records/access-buffer.js';
import { AccessRecords } from './access-records/access-records.service.js';
import { AccessWatch } from './access-records/access-watch.js';
import { AuditController } from './audit.controller.js';
import { AuditReads } from './audit.reads.js';
import { IdempotencyStore } from './door/idempotency.store.js';
import { Ledger } from './ledger.service.js';
import { LogSignal } from './following/log-signal.js';
import { Sealer } from './following/sealer.js';
import { SubscriptionStore } from './following/subscription.store.js';
import { Subscriptions } from './following/subscriptions.js';

/** The one write door, and the log behind it. */
@Module({
  imports: [DiscoveryModule],
  controllers: [AuditController],
  providers: [
    AccessBuffer,
    AccessRecords,
    AccessWatch,
    AuditReads,
    IdempotencyStore,
    Ledger,
    LogSignal,
    Sealer,
    Subscriptions,
    SubscriptionStore,
  ],
  exports: [AccessRecords, AuditReads, IdempotencyStore, Ledger, Subscriptions],
})
export class AuditModule {}
