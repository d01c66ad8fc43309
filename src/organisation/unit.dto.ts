import { ApiSchema } from '@nestjs/swagger';
import { Check, type Wrong } from '../platform/http/fields/check.js';
import { Flag, OneOf, Whole } from '../platform/http/fields/choice.js';
import { QueryFlag } from '../platform/http/fields/query.js';
import { Code, Id, Text } from '../platform/http/fields/text.js';
import { Time } from '../platform/http/fields/time.js';
import { PageQuery } from '../platform/http/page-query.js';
import { UNIT_CODE, UNIT_CODE_MAX, UNIT_KINDS, type UnitKind } from './unit.words.js';

const O = { optional: true } as const;
const N = { nullable: true } as const;
const KIND = 'What it is.';
const kind = { meanings: UNIT_KINDS };
const CODE =
  'What reports name it by, such as the number of the firm at the regulator; unique over all kinds, without regard ' +
  'to case, and never changed.';
const code = { max: UNIT_CODE_MAX, example: 'amends-home' };
const NAME = 'What it is called.';
const name = { max: 200, example: 'Amends Home' };
const ENTITY = 'The legal entity that it belongs to; null for a legal entity itself.';
const BRAND = 'The brand of a branch that serves only that.';
const RETIRED = 'Neither it nor what belongs to it can be chosen any more. What names it already keeps it.';

@Check(belongsSomewhere)
@ApiSchema({
  description: 'A legal entity, a brand or a branch to be. Where it belongs is said once and stays so.',
})
export class NewOrganisationUnitBody {
  @OneOf(KIND, Object.keys(UNIT_KINDS), kind)
  kind: UnitKind;

  @Code(CODE, UNIT_CODE, code)
  code: string;

  @Text(NAME, name)
  name: string;

  @Id(`${ENTITY} Required for a brand, and for a branch without one. Not a retired one.`, O)
  legalEntityId?: string;

  @Id(`${BRAND} Its legal entity follows. Not a retired one.`, O)
  brandId?: string;
}

@ApiSchema({ description: 'What changes about a legal entity, a brand or a branch.' })
export class OrganisationUnitChangesBody {
  @Text(NAME, { ...name, ...O, nullable: false })
  name?: string;

  @Flag(RETIRED, { ...O, nullable: false })
  retired?: boolean;
}

/** Which units; all conditions together. */
export class OrganisationUnitQuery extends PageQuery {
  @OneOf('Only units of this kind.', Object.keys(UNIT_KINDS), { ...kind, ...O })
  kind?: UnitKind;

  @Id('Only what belongs to this legal entity.', O)
  legalEntityId?: string;

  @Id('Only branches of this brand.', O)
  brandId?: string;

  @QueryFlag('Only retired ones, or only those that are not.', O)
  retired?: boolean;
}

@ApiSchema({ description: 'A legal entity, a brand or a branch.' })
export class OrganisationUnitDto {
  @Id('Its id.')
  id: string;

  @OneOf(KIND, Object.keys(UNIT_KINDS), kind)
  kind: UnitKind;

  @Code(CODE, UNIT_CODE, code)
  code: string;

  @Text(NAME, name)
  name: string;

  @Id(ENTITY, N)
  legalEntityId: string | null;

  @Id(BRAND, N)
  brandId: string | null;

  @Flag(RETIRED)
  retired: boolean;

  @Whole('Raised by every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it was added.')
  createdAt: string;

  @Time('When it was last changed.')
  updatedAt: string;
}

function belongsSomewhere({ kind, legalEntityId, brandId }: NewOrganisationUnitBody): Wrong[] {
  const lost = kind === 'branch' ? !legalEntityId && !brandId : kind === 'brand' && !legalEntityId;
  return [
    ...(lost ? [{ at: '/legalEntityId', code: 'required' } as const] : []),
    ...(kind === 'legal_entity' && legalEntityId
      ? [{ at: '/legalEntityId', code: 'not_applicable' } as const]
      : []),
    ...(kind !== 'branch' && brandId ? [{ at: '/brandId', code: 'not_applicable' } as const] : []),
  ];
}
