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

/** What the program does by itself when something happens: it tells those who have to know. */
@Module({
  imports: [AuditModule, CommunicationsModule],
  controllers: [NoticesController],
  providers: [
    InboxReads,
    InboxService,
    NoticeMailReads,
    NoticePost,
    NoticesSubscription,
    NoticeSettingsReads,
    NoticeSettingsService,
    RecipientReads,
  ],
  exports: [NoticePost],
})
export class AutomationModule {}
