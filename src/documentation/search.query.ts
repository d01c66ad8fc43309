import { Text } from '../platform/http/fields/text.js';

export class SearchQuery {
  @Text('The words that are looked for; all of them must occur.', {
    max: 200,
    blank: true,
    optional: true,
    example: 'promise',
  })
  q?: string;
}
