import { ApiSchema } from '@nestjs/swagger';
import { MailDeliveryDto } from '../../communications/mail-out/mail-delivery.dto.js';

@ApiSchema({ description: 'What became of a message on its way to one address.' })
export class MessageDeliveryDto extends MailDeliveryDto {}
