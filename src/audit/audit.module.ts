import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AuditController } from './audit.controller.js';
import { AuditReads } from './audit.reads.js';
import { IdempotencyStore } from './door/idempotency.store.js';
import { Ledger } from './ledger.service.js';
import { LogSignal } from './following/log-signal.js';
import { Checkpoints } from './tree/checkpoints.js';
import { LogKeys } from './tree/log-keys.js';
import { Sealer } from './following/sealer.js';
import { SubscriptionStore } from './following/subscription.store.js';
import { Subscriptions } from './following/subscriptions.js';

/** The one write door, and the log behind it. */
@Module({
  imports: [DiscoveryModule],
  controllers: [AuditController],
  providers: [
    AuditReads,
    Checkpoints,
    IdempotencyStore,
    Ledger,
    LogKeys,
    LogSignal,
    Sealer,
    Subscriptions,
    SubscriptionStore,
  ],
  exports: [AuditReads, IdempotencyStore, Ledger, Subscriptions],
})
export class AuditModule {}
