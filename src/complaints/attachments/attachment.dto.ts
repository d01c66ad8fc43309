import { ApiSchema } from '@nestjs/swagger';
import { PersonDto } from '../../access/person.dto.js';
import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Files } from '../../platform/http/fields/files.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { Code, Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import type { FormTerms } from '../../platform/http/input/form-parts.js';
import * as words from './attachment.words.js';

const N = { nullable: true } as const;
const O = { optional: true } as const;
const NAME = { max: 200, example: 'broken-leg.jpg' } as const;
const TYPE = { max: 200, example: 'image/jpeg' } as const;
const DESCRIPTION = { max: 2000, example: 'The leg as it arrived.' } as const;
const LINK = { max: 2000, example: 'http://localhost:3000/v1/downloads/AZq…' } as const;
const SIZE = { min: 0, max: 2_147_483_647, example: 48_213 } as const;
const FROM = Object.keys(words.ATTACHED_BY);
const SCANS = Object.keys(words.SCANS);
const CONTENT_URL =
  'Where everybody who has this link can fetch the file for five minutes; read the attachment again for another. ' +
  'Null where it is not given out: malware was found in it, or it was removed.';

/** What a form with files holds. */
export const FORM: FormTerms = {
  files: 'file',
  maxFiles: words.MAX_FILES_OF_CALL,
  maxFileSize: words.MAX_FILE_SIZE,
};

@ApiSchema({ description: 'A file of a complaint.' })
export class AttachmentDto {
  @Id('The id.')
  id: string;

  @Id('The complaint.')
  complaintId: string;

  @Text('Its name, without what could harm; null where the file was removed.', { ...NAME, ...N })
  name: string | null;

  @Text('What it is, told by its first bytes; `application/octet-stream` where they do not tell.', TYPE)
  type: string;

  @Text('What its sender said that it is; null where the file was removed.', { ...TYPE, ...N })
  declaredType: string | null;

  @Whole('How many bytes it has.', SIZE)
  size: number;

  @Code('SHA-256 of the bytes, in hexadecimal.', /^[0-9a-f]{64}$/, {
    max: 64,
    example: '5f8e3d1c0b9a7f6e5d4c3b2a190807060504030201000f0e0d0c0b0a09080706',
  })
  sha256: string;

  @OneOf('Whether there is malware in it.', SCANS, { meanings: words.SCANS })
  scan: words.Scan;

  @Text('What the scanner calls the malware that it found.', { max: 200, ...N, example: 'Eicar-Signature' })
  threat: string | null;

  @Text('What is to be said of it.', { ...DESCRIPTION, ...N })
  description: string | null;

  @OneOf('Who brought it.', FROM, { meanings: words.ATTACHED_BY })
  from: words.AttachedBy;

  @Id('The message that it belongs to.', N)
  messageId: string | null;

  @Text(CONTENT_URL, { ...LINK, ...N })
  contentUrl: string | null;

  @Nested('Who of the house attached it.', () => PersonDto, N)
  addedBy: PersonDto | null;

  @Time('When the file was removed.', N)
  removedAt: string | null;

  @Time('When it was attached.')
  createdAt: string;
}

@ApiSchema({ description: 'The files of one call.' })
export class UploadedDto {
  @NestedList('The files, in the order in which they were sent.', () => AttachmentDto, {
    maxItems: FORM.maxFiles,
  })
  attachments: AttachmentDto[];
}

@ApiSchema({ description: 'Files for a complaint, with what is said of them.' })
export class NewAttachmentsForm {
  @Files('The files.', { maxItems: FORM.maxFiles, maxFileSize: FORM.maxFileSize, example: '(the bytes)' })
  file: string[];

  @Text('What is to be said of them.', { ...DESCRIPTION, ...O })
  description?: string;

  @Id('The message of this complaint that they belong to.', O)
  messageId?: string;
}

@ApiSchema({ description: 'Files of the customer, with what they say of them.' })
export class CustomerAttachmentsForm {
  @Files('The files.', { maxItems: FORM.maxFiles, maxFileSize: FORM.maxFileSize, example: '(the bytes)' })
  file: string[];

  @Text('What is to be said of them.', { ...DESCRIPTION, ...O })
  description?: string;
}

@ApiSchema({ description: 'A file as the complainant sees it.' })
export class TrackedAttachmentDto {
  @Id('The id.')
  id: string;

  @Text('Its name.', NAME)
  name: string;

  @Text('What it is, told by its first bytes.', TYPE)
  type: string;

  @Whole('How many bytes it has.', SIZE)
  size: number;

  @Text('What is said of it.', { ...DESCRIPTION, ...N })
  description: string | null;

  @OneOf('Who brought it.', FROM, { meanings: words.ATTACHED_BY })
  from: words.AttachedBy;

  @Text(CONTENT_URL, { ...LINK, ...N })
  contentUrl: string | null;

  @Time('When it was attached.')
  createdAt: string;
}

@ApiSchema({ description: 'The files that a complainant sees.' })
export class TrackedAttachmentsDto {
  @NestedList('The files, oldest first.', () => TrackedAttachmentDto, { maxItems: words.MAX_FILES })
  attachments: TrackedAttachmentDto[];
}
