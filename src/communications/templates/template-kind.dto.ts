import { ApiSchema } from '@nestjs/swagger';
import { Flag, OneOf } from '../../platform/http/fields/choice.js';
import { NestedList } from '../../platform/http/fields/nested.js';
import { Text, Texts } from '../../platform/http/fields/text.js';
import {
  DUTIES,
  type Duty,
  LETTER_KIND_MEANINGS,
  LETTER_KIND_NAMES,
  type LetterKind,
} from '../letters/kinds.js';
import { VARIABLE_TYPES, type VariableType } from '../letters/variables.js';

@ApiSchema({ description: 'What a letter can name.' })
export class TemplateVariableDto {
  @Text('The name, as templates write it.', { max: 100, example: 'resolveBy' })
  name: string;

  @Text('What it is.', { max: 1000 })
  meaning: string;

  @OneOf('Of which kind its values are.', Object.keys(VARIABLE_TYPES), { meanings: VARIABLE_TYPES })
  type: VariableType;

  @OneOf('What a template owes to it.', Object.keys(DUTIES), { meanings: DUTIES })
  named: Duty;

  @Text('What a preview shows; a time for a date.', { max: 1000 })
  sample: string;

  @Texts('What a choice can be.', { max: 100, maxItems: 100 })
  choices: string[];
}

@ApiSchema({ description: 'A kind of letter.' })
export class TemplateKindDto {
  @OneOf('The name.', LETTER_KIND_NAMES, { meanings: LETTER_KIND_MEANINGS })
  kind: LetterKind;

  @Text('When it is written.', { max: 1000 })
  meaning: string;

  @Flag('Whether it is put into other letters, and has no subject.')
  part: boolean;

  @NestedList('What it can name.', () => TemplateVariableDto, { maxItems: 100 })
  variables: TemplateVariableDto[];
}
