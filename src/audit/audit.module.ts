import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AuditController } from './audit.controller.js';
import { AuditReads } from './audit.reads.js';
import { IdempotencyStore } from './door/idempotency.store.js';
import { Ledger } from './ledger.service.js';
import { LogSignal } from './following/log-signal.js';
import { Sealer } from './following/sealer.js';
import { SubscriptionStore } from './following/subscription.store.js';
import { Subscriptions } from './following/subscriptions.js';
import { SubscriptionReads } from './operating/subscription.reads.js';
import { SubscriptionsController } from './operating/subscriptions.controller.js';
import { SubscriptionsService } from './operating/subscriptions.service.js';

/** The one write door, and the log behind it. */
@Module({
  imports: [DiscoveryModule],
  controllers: [AuditController, SubscriptionsController],
  providers: [
    AuditReads,
    IdempotencyStore,
    Ledger,
    LogSignal,
    Sealer,
    SubscriptionReads,
    Subscriptions,
    SubscriptionsService,
    SubscriptionStore,
  ],
  exports: [AuditReads, IdempotencyStore, Ledger, Subscriptions],
})
export class AuditModule {}
