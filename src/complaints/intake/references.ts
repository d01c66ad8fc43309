import { Injectable } from '@nestjs/common';
import type { Change } from '../../audit/ledger.service.js';
import { CustomerReferences } from '../../customers/customer.references.js';
import { CustomerReads } from '../../customers/records/customer.reads.js';
import { inputError, type InputError, invalid } from '../../kernel/refusal.js';
import { TreeReads } from '../../knowledge/trees/tree.reads.js';
import { NOWHERE, type Place, placed } from '../../organisation/place.js';
import { Database } from '../../platform/database/database.js';
import type { Case } from '../case/case.js';

/** Ids of other things that a body names. */
export interface Named {
  categoryId?: string | null;
  customerId?: string | null;
  accountId?: string | null;
  rootCause?: { causeId?: string | null };
  cause?: { causeId?: string | null };
  complainedAboutUserIds?: string[];
  intoId?: string;
  complaintId?: string;
  issues?: { categoryId?: string | null }[];
  legalEntityId?: string | null;
  brandId?: string | null;
  branchId?: string | null;
}

/**
 * Checks that ids in bodies name something, and something that can be chosen: a retired category or cause stays where
 * it was chosen, but is not chosen anew, nor is a customer who was merged.
 */
@Injectable()
export class References {
  constructor(
    private readonly database: Database,
    private readonly trees: TreeReads,
    private readonly customers: CustomerReads,
    private readonly companies: CustomerReferences,
  ) {}

  /**
   * @param complaintId the complaint that is changed, where it is there already: what it has, it keeps.
   * @throws Refusal 400 with every id that names nothing, or nothing that can be chosen.
   */
  async check(body: Named, complaintId?: string): Promise<void> {
    const errors: InputError[] = [
      ...(await this.wrongCategory(body.categoryId, complaintId)),
      ...(await this.wrongCause('/rootCause/causeId', body.rootCause?.causeId)),
      ...(await this.wrongCause('/cause/causeId', body.cause?.causeId)),
      ...(await this.wrongCustomer(body)),
      ...(await this.wrongInIssues(body)),
      ...(await this.place(body, complaintId)).errors,
    ];
    for (const property of ['intoId', 'complaintId'] as const) {
      errors.push(...(await this.wrongComplaint(property, body[property])));
    }
    const users = body.complainedAboutUserIds ?? [];
    const known = users.length > 0 ? await this.knownUsers(users) : [];
    users.forEach((id, index) => {
      if (!known.includes(id)) errors.push(inputError(`/complainedAboutUserIds/${index}`, 'not_found'));
    });
    if (errors.length > 0) throw invalid(errors);
  }

  /** The complaint that has this id in another system. */
  async idOfExternal(externalId: string): Promise<string | null> {
    const sql = 'SELECT c.id FROM complaints c WHERE c.external_id = $1';
    const [row] = await this.database.read<{ id: string }>(sql, [externalId]);
    return row?.id ?? null;
  }

  /** The tier that the customer has, or the company, where nobody named another. */
  tierOf(body: Named & { tier?: string | null }, now: Date): Promise<string | null> {
    return body.tier ? Promise.resolve(body.tier) : this.customers.tierFor(body, now);
  }

  /** Where in the organisation a complaint belongs, by what a body says of it. */
  async place(body: Named, complaintId?: string): Promise<{ place: Place; errors: InputError[] }> {
    const query = <T>(sql: string, params: unknown[]) => this.database.read<T>(sql, params);
    const { legalEntityId, brandId, branchId } = body;
    if (legalEntityId === undefined && brandId === undefined && branchId === undefined)
      return { place: NOWHERE, errors: [] };
    const [now = NOWHERE] = complaintId ? await query<Place>(PLACE, [complaintId]) : [];
    return placed(query, now, { legalEntityId, brandId, branchId });
  }

  private async wrongCategory(id: string | null | undefined, complaintId?: string): Promise<InputError[]> {
    if (!id || (complaintId && (await this.categoryOf(complaintId)) === id)) return [];
    const wrong = await this.trees.wrongChoice('category', id);
    return wrong ? [inputError('/categoryId', wrong)] : [];
  }

  private async wrongInIssues({ issues = [] }: Named): Promise<InputError[]> {
    const errors: InputError[] = [];
    for (const [index, { categoryId }] of issues.entries()) {
      for (const { code } of await this.wrongCategory(categoryId))
        errors.push(inputError(`/issues/${index}/categoryId`, code));
    }
    return errors;
  }

  private async categoryOf(complaintId: string): Promise<string | null | undefined> {
    const sql = 'SELECT c.category_id FROM complaints c WHERE c.id = $1';
    const [row] = await this.database.read<{ categoryId: string | null }>(sql, [complaintId]);
    return row?.categoryId;
  }

  private async wrongCause(at: string, id: string | null | undefined): Promise<InputError[]> {
    if (!id) return [];
    const wrong = await this.trees.wrongChoice('cause', id);
    return wrong ? [inputError(at, wrong)] : [];
  }

  private async wrongCustomer({ customerId, accountId }: Named): Promise<InputError[]> {
    const customer = customerId ? await this.customers.wrongChoice(customerId) : null;
    const account = accountId ? await this.companies.wrongAccount(accountId) : null;
    return [
      ...(customer ? [inputError('/customerId', customer)] : []),
      ...(account ? [inputError('/accountId', account)] : []),
    ];
  }

  private async wrongComplaint(property: string, id: string | undefined): Promise<InputError[]> {
    if (id === undefined) return [];
    const found = await this.database.read('SELECT c.id FROM complaints c WHERE c.id = $1', [id]);
    return found.length > 0 ? [] : [inputError(`/${property}`, 'not_found')];
  }

  private async knownUsers(ids: string[]): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      'SELECT u.id FROM users u WHERE u.id = ANY ($1::uuid[])',
      [ids],
    );
    return rows.map(({ id }) => id);
  }
}

/**
 * The same, asked under the lock of the complaint, where it is what it is.
 * @throws Refusal 400 where what the body says contradicts what the complaint has
 */
export async function placeOf(
  change: Change,
  c: Case,
  { legalEntityId, brandId, branchId }: Named,
): Promise<Place> {
  const query = <T>(sql: string, params: unknown[]) => change.tx.rows<T>(sql, params);
  const { place, errors } = await placed(query, c.complaint, { legalEntityId, brandId, branchId });
  if (errors.length > 0) throw invalid(errors);
  return place;
}

const PLACE = 'SELECT c.legal_entity_id, c.brand_id, c.branch_id FROM complaints c WHERE c.id = $1';
