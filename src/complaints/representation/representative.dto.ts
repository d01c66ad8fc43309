import { ApiSchema } from '@nestjs/swagger';
import { PersonDto } from '../../access/person.dto.js';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { Email, Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import {
  AUTHORITY_KINDS,
  AUTHORITY_SCOPES,
  type AuthorityKind,
  type AuthorityScope,
  type Relation,
  RELATIONS,
  REPRESENTATIVE_STATES,
  type RepresentativeState,
  TOLD,
  type Told,
} from './representative.words.js';

const N = { nullable: true } as const;
const O = { optional: true } as const;
const phone = { max: 50, example: '+36 1 765 4321' };
const address = { max: 500, example: 'Bem rakpart 5, Budapest' };
const organisation = { max: 200, example: 'Advice for Tenants' };
const REASON = { max: 2000, example: 'The signature is not hers.' };
const EVIDENCE = { max: 2000, example: 'A letter of authority of 18 November, signed by Marta Kis.' };

@ApiSchema({ description: 'Somebody who complains for the complainant.' })
export class NewRepresentativeBody {
  @Text('The name.', { max: 200, example: 'Jonas Weil' })
  name: string;

  @Email('An email address.', O)
  email?: string;

  @Text('A telephone number.', { ...phone, ...O })
  phone?: string;

  @Text('A postal address.', { ...address, ...O })
  address?: string;

  @Text('For whom they work.', { ...organisation, ...O })
  organisation?: string;

  @OneOf('What they are to the complainant.', Object.keys(RELATIONS), { meanings: RELATIONS })
  relation: Relation;
}

@Check(endsAfterItBegins)
@ApiSchema({ description: 'By what somebody may speak for the complainant, and what was seen of it.' })
export class AuthorityBody {
  @OneOf('Of what kind it is.', Object.keys(AUTHORITY_KINDS), { meanings: AUTHORITY_KINDS })
  kind: AuthorityKind;

  @Time('Since when.', { when: 'past' })
  grantedAt: string;

  @Time('Until when; without an end where absent.', { when: 'future', ...O })
  validUntil?: string;

  @Text('What was seen, by whom, and where it is kept.', EVIDENCE)
  evidence: string;

  @OneOf('How much it allows.', Object.keys(AUTHORITY_SCOPES), { meanings: AUTHORITY_SCOPES })
  scope: AuthorityScope;
}

@ApiSchema({ description: 'That the authority of a representative was seen.' })
export class ConfirmRepresentativeBody {
  @Nested('The authority. One that was confirmed before is replaced.', () => AuthorityBody)
  authority: AuthorityBody;
}

@ApiSchema({ description: 'Why a representative is refused, or speaks no longer.' })
export class RepresentativeReasonBody {
  @Text('The reason.', REASON)
  reason: string;
}

@ApiSchema({ description: 'The authority of a representative, as it was seen.' })
export class RepresentativeAuthorityDto {
  @OneOf('Of what kind it is.', Object.keys(AUTHORITY_KINDS), { meanings: AUTHORITY_KINDS })
  kind: AuthorityKind;

  @Time('Since when.')
  grantedAt: string;

  @Time('Until when; afterwards it is as if it had not been confirmed.', N)
  validUntil: string | null;

  @Text('What was seen.', { ...EVIDENCE, ...N })
  evidence: string | null;

  @OneOf('How much it allows.', Object.keys(AUTHORITY_SCOPES), { meanings: AUTHORITY_SCOPES })
  scope: AuthorityScope;
}

@ApiSchema({ description: 'Somebody who complains, or complained, for the complainant.' })
export class RepresentativeDto {
  @Id('The id.')
  id: string;

  @Text('The name.', { max: 200, example: 'Jonas Weil' })
  name: string;

  @Email('An email address.', N)
  email: string | null;

  @Text('A telephone number.', { ...phone, ...N })
  phone: string | null;

  @Text('A postal address.', { ...address, ...N })
  address: string | null;

  @Text('For whom they work.', { ...organisation, ...N })
  organisation: string | null;

  @OneOf('What they are to the complainant.', Object.keys(RELATIONS), { meanings: RELATIONS })
  relation: Relation;

  @OneOf('Where it stands.', Object.keys(REPRESENTATIVE_STATES), { meanings: REPRESENTATIVE_STATES })
  state: RepresentativeState;

  @Nested('The authority that was seen last; null where none was.', () => RepresentativeAuthorityDto, N)
  authority: RepresentativeAuthorityDto | null;

  @Nested('Who confirmed, refused or ended it last.', () => PersonDto, N)
  decidedBy: PersonDto | null;

  @Time('When that was.', N)
  decidedAt: string | null;

  @Text('Why it was refused or ended.', { ...REASON, ...N })
  reason: string | null;

  @Whole('Rises with every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it came on record.')
  createdAt: string;

  @Time('When it last changed.')
  updatedAt: string;
}

@ApiSchema({ description: 'A representative who speaks no longer, with the token for the complainant.' })
export class FormerRepresentativeDto extends RepresentativeDto {
  @Text('The new tracking token, to be given to the complainant; every earlier one opens nothing any more.', {
    max: 52,
    example: 'amt_AZq…',
  })
  trackingToken: string;
}

@ApiSchema({ description: 'Who speaks for the complainant, or says so, and who is to be told.' })
export class RepresentedByDto {
  @Id('The representative.')
  id: string;

  @Text('The name.', { max: 200, example: 'Jonas Weil' })
  name: string;

  @OneOf('Where it stands.', Object.keys(REPRESENTATIVE_STATES), { meanings: REPRESENTATIVE_STATES })
  state: RepresentativeState;

  @OneOf('Who is to be told what the case holds, beyond that it was received.', Object.keys(TOLD), {
    meanings: TOLD,
  })
  told: Told;

  @Time('Until when that holds: from then on the complainant only, until an authority is confirmed again.', N)
  validUntil: string | null;
}

function endsAfterItBegins({ grantedAt, validUntil }: AuthorityBody): Wrong[] {
  if (!validUntil || Date.parse(validUntil) > Date.parse(grantedAt)) return [];
  return [{ at: '/validUntil', code: 'min', detail: 'must be after grantedAt' }];
}
