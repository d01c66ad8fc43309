import { ApiSchema } from '@nestjs/swagger';
import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { MAIL_STATES, type MailState } from './mail-delivery.entity.js';

const COUNT = { min: 0, max: 2_147_483_647 };

@ApiSchema({ description: 'What became of a mail on its way to one address.' })
export class MailDeliveryDto {
  @Id('The id of the delivery.')
  id: string;

  @Text('The address; null where it was erased.', { max: 254, nullable: true, example: 'marta@example.org' })
  recipient: string | null;

  @OneOf('How far it came.', Object.keys(MAIL_STATES), { meanings: MAIL_STATES })
  state: MailState;

  @Whole('How often it was offered to the mail server.', COUNT)
  attempts: number;

  @Whole('How often it was sent again because nobody knows how the attempt before ended.', COUNT)
  uncertain: number;

  @Time('When it was offered for the first time.', { nullable: true })
  firstTriedAt: string | null;

  @Time('When it was offered for the last time.', { nullable: true })
  lastTriedAt: string | null;

  @Time('When it is tried again.', { nullable: true })
  nextTryAt: string | null;

  @Time('When the mail server took it.', { nullable: true })
  acceptedAt: string | null;

  @Whole('The last reply code of the mail server (RFC 5321).', {
    min: 100,
    max: 999,
    nullable: true,
    example: 250,
  })
  responseCode: number | null;

  @Text('What went wrong the last time, in codes.', {
    max: 100,
    nullable: true,
    example: 'EENVELOPE 550 5.1.1',
  })
  lastError: string | null;

  @Time('When it was put on record.')
  createdAt: string;
}
