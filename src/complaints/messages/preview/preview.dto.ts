import { ApiSchema } from '@nestjs/swagger';
import { NewTemplateBody } from '../../../communications/templates/template.dto.js';
import { Id, Text } from '../../../platform/http/fields/text.js';

@ApiSchema({ description: 'A template to be tried.' })
export class PreviewTemplateBody extends NewTemplateBody {
  @Id('The complaint whose names and dates are put in; examples where absent.', { optional: true })
  complaintId?: string;
}

@ApiSchema({ description: 'How a letter would read.' })
export class LetterPreviewDto {
  @Text('The words.', { max: 400_000 })
  body: string;

  @Text('The subject; null for what is put into other letters.', { max: 300, nullable: true })
  subject: string | null;
}
