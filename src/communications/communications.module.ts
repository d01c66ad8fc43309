import { Module } from '@nestjs/common';
import { Deliveries } from './mail-out/deliveries.js';
import { MailDeliveryReads } from './mail-out/mail-delivery.reads.js';
import { MailSettings } from './mail-out/mail-settings.js';
import { Postman } from './mail-out/postman.js';
import { SmtpTransport } from './mail-out/smtp.transport.js';

/** How words leave the house and come in. It knows no complaint. */
@Module({
  providers: [Deliveries, MailDeliveryReads, MailSettings, Postman, SmtpTransport],
  exports: [MailDeliveryReads, MailSettings, Postman],
})
export class CommunicationsModule {}
