import { ApiSchema } from '@nestjs/swagger';
import { OneOf } from '../../platform/http/fields/choice.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { StandardChangesBody } from '../../standards/standard.body.dto.js';
import { StandardOfDto } from '../shown/complaint.details.dto.js';
import { type ComplaintState, STATE_MEANINGS, STATE_NAMES } from '../complaint.states.js';
import { PROMISE_KINDS, type PromiseKind } from '../complaint.words.js';

@ApiSchema({ description: 'A promise that would get another time.' })
export class PreviewedPromiseDto {
  @Id('The promise.')
  id: string;

  @OneOf('Its kind.', Object.keys(PROMISE_KINDS), { meanings: PROMISE_KINDS })
  kind: PromiseKind;

  @Time('By when it is due now.')
  dueAt: string;

  @Time('By when it would be due.')
  newDueAt: string;
}

@ApiSchema({ description: 'An open complaint that would change, if it were measured anew.' })
export class PreviewedComplaintDto {
  @Id('The complaint.')
  id: string;

  @Text('What is said on the phone.', { max: 11, example: '7KQ-M3X-W94' })
  reference: string;

  @OneOf('Where it stands.', STATE_NAMES, { meanings: STATE_MEANINGS })
  state: ComplaintState;

  @Nested('The standard that it keeps.', () => StandardOfDto)
  standard: StandardOfDto;

  @Nested('The standard that it would have.', () => StandardOfDto)
  newStandard: StandardOfDto;

  @NestedList('Those of its promises whose time would change.', () => PreviewedPromiseDto, { maxItems: 1000 })
  promises: PreviewedPromiseDto[];
}

@ApiSchema({ description: 'The standard as it would be: what is absent is as it is now.' })
export class PreviewStandardBody extends StandardChangesBody {}
