import { ApiSchema } from '@nestjs/swagger';
import { Flag, OneOf } from '../../platform/http/fields/choice.js';
import { NestedList } from '../../platform/http/fields/nested.js';
import { Ids, Text, Texts } from '../../platform/http/fields/text.js';
import { ACTION_NAMES } from '../complaint.workflow.js';
import { ACTION_MEANINGS } from '../workflow/action-meanings.js';

@ApiSchema({ description: 'Something that is missing before an action is possible.' })
export class UnmetNeedDto {
  @Text('A stable code.', { max: 50, example: 'customer_unheard' })
  code: string;

  @Text('What is missing, in words.', {
    max: 500,
    example: 'every message of the customer answered or marked as heard',
  })
  detail: string;

  @Ids('What is in the way.', { maxItems: 10_000, optional: true, nullable: false })
  ids?: string[];
}

@ApiSchema({ description: 'An action, for the caller and the moment.' })
export class PossibleActionDto {
  @OneOf('The action.', ACTION_NAMES, { meanings: ACTION_MEANINGS })
  action: string;

  @Flag('Possible now, given the properties in `asks`.')
  allowed: boolean;

  @OneOf('How to call it.', ['POST'])
  method: 'POST';

  @Text('Where to call it.', {
    max: 200,
    example: '/v1/complaints/019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071/actions/acknowledge',
  })
  href: string;

  @NestedList('What is missing, in order of precedence.', () => UnmetNeedDto, { maxItems: 20 })
  unmet: UnmetNeedDto[];

  @Texts('The properties that the body must bring in this state.', {
    max: 50,
    maxItems: 20,
    example: ['message'],
  })
  asks: string[];
}
