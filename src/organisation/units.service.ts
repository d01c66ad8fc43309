import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Subject, type Written } from '../audit/ledger.service.js';
import type { Call } from '../kernel/call.js';
import { newId } from '../kernel/identifiers.js';
import { inputError, invalid, Refusal } from '../kernel/refusal.js';
import { unlessTaken } from '../platform/database/unless-taken.js';
import { NOWHERE, placed } from './place.js';
import type { NewOrganisationUnitBody, OrganisationUnitChangesBody } from './unit.dto.js';
import type { OrganisationUnit } from './unit.entity.js';

/** Adds legal entities, brands and branches, renames and retires them. */
@Injectable()
export class UnitsService {
  constructor(private readonly ledger: Ledger) {}

  /** @throws Refusal 400 for what it cannot belong to, 409 `code_taken` */
  create(call: Call, body: NewOrganisationUnitBody): Promise<Written> {
    const { kind, code, name } = body;
    return unlessTaken('organisation_units_by_code', CODE_TAKEN, () =>
      this.ledger.write(call, 'create organisation unit', above(body), async (c) => {
        const { legalEntityId, brandId } = await placeOf(c, body);
        const unit: OrganisationUnit = {
          ...{ id: newId(), kind, code, name, legalEntityId, brandId },
          retired: false,
          version: 1,
          createdAt: c.now,
          updatedAt: c.now,
        };
        await c.tx.insert('organisation_units', [unit]);
        const subject = { type: 'organisation_unit', id: unit.id } as const;
        c.record('organisation_unit.created', subject, onRecord(unit));
        return { id: unit.id, location: `/v1/organisation-units/${unit.id}` };
      }),
    );
  }

  /** What is already so is no change. */
  change(call: Call, id: string, given: OrganisationUnitChangesBody): Promise<Written> {
    const subject = { type: 'organisation_unit', id, versioned: true } as const;
    return this.ledger.write(call, 'change organisation unit', [subject], async (c) => {
      const unit = c.row<OrganisationUnit>(subject);
      const { name = unit.name, retired = unit.retired } = given;
      const changed = (['name', 'retired'] as const).filter(
        (field) => ({ name, retired })[field] !== unit[field],
      );
      if (changed.length === 0) return { id };
      const next = { ...unit, name, retired, version: unit.version + 1, updatedAt: c.now };
      await c.tx.save('organisation_units', [next]);
      c.record('organisation_unit.updated', subject, { changed, ...onRecord(next) });
      return { id };
    });
  }
}

const CODE_TAKEN = new Refusal('code_taken', 'Another legal entity, brand or branch has this code.');

/** What it is to belong to is not retired meanwhile. */
function above({ legalEntityId, brandId }: NewOrganisationUnitBody): Subject[] {
  return (['legalEntityId', 'brandId'] as const).flatMap((field) => {
    const id = { legalEntityId, brandId }[field];
    const missing = invalid([inputError(`/${field}`, 'not_found')]);
    return id ? [{ type: 'organisation_unit', id, mode: 'share', missing } as const] : [];
  });
}

async function placeOf(c: Change, { legalEntityId, brandId }: NewOrganisationUnitBody) {
  const { place, errors } = await placed((sql, params) => c.tx.rows(sql, params), NOWHERE, {
    legalEntityId,
    brandId,
  });
  if (errors.length > 0) throw invalid(errors);
  return place;
}

function onRecord({ version, kind, code, legalEntityId, brandId, retired, name }: OrganisationUnit) {
  return { version, kind, code, legalEntityId, brandId, retired, name };
}
