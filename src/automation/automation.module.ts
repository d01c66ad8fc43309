import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CommunicationsModule } from '../communications/communications.module.js';
import { InboxReads } from './notices/inbox/inbox.reads.js';
import { InboxService } from './notices/inbox/inbox.service.js';
import { NoticeMailReads } from './notices/mailing/notice-mail.reads.js';
import { NoticePost } from './notices/mailing/notice-post.js';
import { NoticesController } from './notices/notices.controller.js';
import { NoticesSubscription } from './notices/notices.subscription.js';
import { RecipientReads } from './notices/recipients.reads.js';
import { NoticeSettingsReads } from './notices/settings/notice-settings.reads.js';
import { NoticeSettingsService } from './notices/settings/notice-settings.service.js';
import { CheckpointMail } from './checkpoint-mail/checkpoint-mail.js';
import { WebhookCircuit } from './webhooks/delivering/circuit.service.js';
import { DeliveryStore } from './webhooks/delivering/delivery.store.js';
import { WebhookDispatcher } from './webhooks/delivering/dispatcher.service.js';
import { WebhookFiller } from './webhooks/delivering/filler.service.js';
import { WebhookSender } from './webhooks/delivering/sender.service.js';
import { WebhookDeliveriesController } from './webhooks/webhook-deliveries.controller.js';
import { DeliveryReads } from './webhooks/delivery.reads.js';
import { WebhookResending } from './webhooks/resending.service.js';
import { WebhookSecrets } from './webhooks/secrets.js';
import { WebhookReads } from './webhooks/webhook.reads.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { WebhooksService } from './webhooks/webhooks.service.js';

/** What the program does by itself when something happens: it tells those who have to know, and other programs. */
@Module({
  imports: [AuditModule, CommunicationsModule],
  controllers: [NoticesController, WebhooksController, WebhookDeliveriesController],
  providers: [
    InboxReads,
    InboxService,
    NoticeMailReads,
    NoticePost,
    NoticesSubscription,
    CheckpointMail,
    NoticeSettingsReads,
    NoticeSettingsService,
    RecipientReads,
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
  exports: [NoticePost, WebhookDispatcher],
})
export class AutomationModule {}
