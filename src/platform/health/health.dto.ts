import { OneOf } from '../http/fields/choice.js';
import { NestedList } from '../http/fields/nested.js';
import { Text } from '../http/fields/text.js';

/** The answer of a process that is well; one that is not answers a problem. */
export class Health {
  @OneOf('Always `ok`; a process that is not answers 503.', ['ok'])
  state: 'ok';
}

/** Something that is wrong though requests are served. */
export class ConditionDto {
  @Text('The name of it, such as `log_forked`.', { max: 60 })
  name: string;

  @Text('What it is, in a sentence, for whoever runs the service.', { max: 1000 })
  detail: string;
}

/** The answer of a process that can serve. */
export class Ready extends Health {
  @NestedList(
    'What whoever runs the service must look at all the same, of this process.',
    () => ConditionDto,
    {
      maxItems: 100,
    },
  )
  conditions: ConditionDto[];
}
