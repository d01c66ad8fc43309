import { OneOf } from '../http/fields/choice.js';

/** The answer of a process that is well; one that is not answers a problem. */
export class Health {
  @OneOf('Always `ok`; a process that is not answers 503.', ['ok'])
  state: 'ok';
}
