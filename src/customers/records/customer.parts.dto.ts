import { ApiSchema } from '@nestjs/swagger';
import { Flag, OneOf, SomeOf } from '../../platform/http/fields/choice.js';
import { Email, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import {
  CONTACT_CHANNELS,
  type ContactChannel,
  VULNERABILITY_BASES,
  type VulnerabilityBasis,
} from './customer.words.js';

/** What a customer is made of, the same in what is sent and in what is answered. */

const VERIFIED =
  'The customer was seen to hold it. One that is not verified says nothing about who somebody is.';

@ApiSchema({ description: 'An email address of a customer.' })
export class CustomerEmailDto {
  @Email('The address.')
  address: string;

  @Flag(VERIFIED)
  verified: boolean;
}

@ApiSchema({ description: 'A telephone number of a customer.' })
export class CustomerPhoneDto {
  @Text('The number.', { max: 50, example: '+36 1 234 5678' })
  number: string;

  @Flag(VERIFIED)
  verified: boolean;
}

@ApiSchema({ description: 'On which ways a customer does not want to hear from the house.' })
export class DoNotContactDto {
  @SomeOf('The ways that are not taken.', Object.keys(CONTACT_CHANNELS), {
    meanings: CONTACT_CHANNELS,
    minItems: 1,
  })
  channels: ContactChannel[];

  @Text('Why.', { max: 2000, example: 'He asked us not to call.' })
  reason: string;
}

const NOTE = 'What has to be minded.';
const note = { max: 2000, example: 'She is in hospital until spring.' };
const BASIS = 'What allows the house to keep the note.';
const basis = { meanings: VULNERABILITY_BASES };

@ApiSchema({ description: 'That a customer is vulnerable: kept on a legal basis, until an end.' })
export class NewVulnerabilityDto {
  @Text(NOTE, note)
  note: string;

  @OneOf(BASIS, Object.keys(VULNERABILITY_BASES), basis)
  basis: VulnerabilityBasis;

  @Time('Until when the note is kept; then it is taken away by itself.', {
    when: 'future',
    example: '2027-05-20T09:00:00.000Z',
  })
  until: string;
}

@ApiSchema({ description: 'That a customer is vulnerable.' })
export class VulnerabilityDto {
  @Text(NOTE, note)
  note: string;

  @OneOf(BASIS, Object.keys(VULNERABILITY_BASES), basis)
  basis: VulnerabilityBasis;

  @Time('Until when the note is kept.', { example: '2027-05-20T09:00:00.000Z' })
  until: string;
}
