import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { fold } from '../../kernel/fold.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import type { LikeCustomerDto, Likeness, SuggestionQuery } from './customer.dto.js';
import type { Customer } from './customer.entity.js';
import { CustomerReads } from './customer.reads.js';
import { emailKey, phoneKey, similarNames, verified } from './likeness.js';

type Candidate = Pick<Customer, 'id' | 'name' | 'foldedName' | 'accountId' | 'keys'>;

/** Who may be the same person. It only suggests: nobody is attached to a record, and no records are merged, by this. */
@Injectable()
export class LikenessReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly customers: CustomerReads,
  ) {}

  /** The customers who may be the one who complains. Without anything known there is nobody. */
  suggestions(viewer: Actor, query: SuggestionQuery): Promise<Page<LikeCustomerDto>> {
    const { email, phone, name } = query;
    const scope = cursorScope('suggestCustomers', query, viewer);
    const keys = [...(email ? [emailKey(email)] : []), ...(phone ? [phoneKey(phone)] : [])];
    const folded = name === undefined ? null : fold(name);
    return this.page(scope, query, [keys, folded, null, null], (one) => [
      ...alike(one, email && emailKey(email)),
      ...(phone && one.keys.includes(phoneKey(phone)) ? (['phone'] as const) : []),
      ...(one.foldedName === folded ? (['name'] as const) : []),
    ]);
  }

  /** The other records that may be of the same customer. @throws Refusal 404 */
  async duplicates(viewer: Actor, id: string, query: PageQuery): Promise<Page<LikeCustomerDto>> {
    const { name, accountId, keys, erasedAt } = await this.customers.row(id);
    if (erasedAt) return { items: [], nextCursor: null };
    const scope = cursorScope('listCustomerDuplicates', { ...query, id }, viewer);
    const telling = keys.filter((key) => !key.startsWith('email:'));
    return this.page(scope, query, [telling, null, accountId, id], (one) => {
      const same = telling.filter((key) => one.keys.includes(key));
      return [
        ...(same.some((key) => key.startsWith(verified('email:'))) ? (['verified_email'] as const) : []),
        ...(same.some((key) => key.includes('phone:')) ? (['phone'] as const) : []),
        ...(accountId !== null && one.accountId === accountId && similarNames(one.name, name)
          ? (['name'] as const)
          : []),
      ];
    });
  }

  /** Candidates by id, of whom those stay that something speaks for. */
  private async page(
    scope: string,
    { cursor, limit = DEFAULT_LIMIT }: PageQuery,
    [keys, folded, accountId, not]: [string[], string | null, string | null, string | null],
    reasonsFor: (one: Candidate) => Likeness[],
  ): Promise<Page<LikeCustomerDto>> {
    const [start = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const found: LikeCustomerDto[] = [];
    for (let after: unknown = start; found.length <= limit;) {
      const params = [keys, folded, accountId, not, after, BATCH];
      const candidates: Candidate[] = await this.database.read<Candidate>(CANDIDATES, params);
      for (const one of candidates) {
        const { id, name } = one;
        const reasons = reasonsFor(one);
        if (reasons.length > 0) found.push({ id, name, accountId: one.accountId, reasons });
      }
      if (candidates.length < BATCH) break;
      after = candidates.at(-1)?.id;
    }
    return pageOf(found, limit, (last) => this.cursors.encode([last.id], scope));
  }
}

const BATCH = 500;

function alike({ keys }: Candidate, key: string | undefined): Likeness[] {
  if (!key || !keys.includes(key)) return [];
  return [keys.includes(verified(key)) ? 'verified_email' : 'email'];
}

const CANDIDATES = `
  SELECT c.id, c.name, c.folded_name, c.account_id, c.keys FROM customers c
  WHERE c.merged_into_id IS NULL AND c.erased_at IS NULL AND c.id IS DISTINCT FROM $4::uuid
    AND ($5::uuid IS NULL OR c.id > $5)
    AND (c.keys && $1::text[] OR c.folded_name = $2 OR c.account_id = $3::uuid)
  ORDER BY c.id LIMIT $6`;
