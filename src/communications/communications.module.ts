import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { Deliveries } from './mail-out/deliveries.js';
import { MailDeliveryReads } from './mail-out/mail-delivery.reads.js';
import { MailSettings } from './mail-out/mail-settings.js';
import { Postman } from './mail-out/postman.js';
import { SmtpTransport } from './mail-out/smtp.transport.js';
import { TemplateBook } from './templates/template-book.js';
import { TemplateReads } from './templates/template.reads.js';
import { TemplatesController } from './templates/templates.controller.js';
import { TemplatesService } from './templates/templates.service.js';

/** How words leave the house and come in, and in which words and languages it writes. It knows no complaint. */
@Module({
  imports: [AccessModule, AuditModule],
  controllers: [TemplatesController],
  providers: [
    Deliveries,
    MailDeliveryReads,
    MailSettings,
    Postman,
    SmtpTransport,
    TemplateBook,
    TemplateReads,
    TemplatesService,
  ],
  exports: [MailDeliveryReads, MailSettings, Postman, TemplateBook],
})
export class CommunicationsModule {}
