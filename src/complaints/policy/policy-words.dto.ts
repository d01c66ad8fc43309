import { Text } from '../../platform/http/fields/text.js';
import { LONG } from './policy.texts.js';

/** The words of a policy that are always there. */
export class PolicyWords {
  @Text('The heading.', { max: 300, example: 'How to complain, and what happens then' })
  title: string;

  @Text('What it is about.', LONG)
  introduction: string;

  @Text('Where and how to complain.', LONG)
  howToComplain: string;

  @Text('What the customer is to tell.', LONG)
  whatWeNeed: string;

  @Text('What can be made good, and how.', LONG)
  remedies: string;

  @Text('What help there is for those to whom complaining is hard.', LONG)
  help: string;
}
