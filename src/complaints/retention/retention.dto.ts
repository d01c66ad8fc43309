import { ApiSchema } from '@nestjs/swagger';
import { OneOf } from '../../platform/http/fields/choice.js';
import { Text } from '../../platform/http/fields/text.js';
import { RETENTION_CLASSES, RETENTION_NAMES, type RetentionClass } from './retention.words.js';

@ApiSchema({ description: 'How long a complaint is to be kept.' })
export class ChangeRetentionBody {
  @OneOf('The class; never one that is shorter than the regulator asks.', RETENTION_NAMES, {
    meanings: RETENTION_CLASSES,
  })
  retentionClass: RetentionClass;

  @Text('Why, in words for the log.', { max: 2000, example: 'The contract was MiFID business.' })
  reason: string;
}
