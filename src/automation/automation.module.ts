import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { WebhookCircuit } from './webhooks/delivering/circuit.service.js';
import { DeliveryStore } from './webhooks/delivering/delivery.store.js';
import { WebhookDispatcher } from './webhooks/delivering/dispatcher.service.js';
import { WebhookFiller } from './webhooks/delivering/filler.service.js';
import { WebhookSender } from './webhooks/delivering/sender.service.js';
import { DeliveriesController } from './webhooks/deliveries.controller.js';
import { DeliveryReads } from './webhooks/delivery.reads.js';
import { WebhookResending } from './webhooks/resending.service.js';
import { WebhookSecrets } from './webhooks/secrets.js';
import { WebhookReads } from './webhooks/webhook.reads.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { WebhooksService } from './webhooks/webhooks.service.js';

/** What the program does by itself because somebody set it up so: the log brought to other programs. */
@Module({
  imports: [AuditModule],
  controllers: [WebhooksController, DeliveriesController],
  providers: [
    WebhookReads,
    DeliveryReads,
    WebhooksService,
    WebhookResending,
    WebhookSecrets,
    WebhookCircuit,
    DeliveryStore,
    WebhookFiller,
    WebhookSender,
    WebhookDispatcher,
  ],
  exports: [WebhookDispatcher],
})
export class AutomationModule {}
