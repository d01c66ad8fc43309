import { Injectable } from '@nestjs/common';
import { inputError, type InputError, invalid } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';

/** Ids of other things that a body names. */
export interface Named {
  categoryId?: string | null;
  customerId?: string | null;
  accountId?: string | null;
  rootCause?: { causeId?: string | null };
  complainedAboutUserIds?: string[];
}

/**
 * Checks that ids in bodies name something. There are no categories, customers, accounts and causes yet:
 * such an id names nothing.
 */
@Injectable()
export class References {
  constructor(private readonly database: Database) {}

  /** @throws Refusal 400 with every id that names nothing. */
  async check(body: Named): Promise<void> {
    const errors: InputError[] = [];
    for (const property of ['categoryId', 'customerId', 'accountId'] as const) {
      if (body[property]) errors.push(inputError(`/${property}`, 'not_found'));
    }
    if (body.rootCause?.causeId) errors.push(inputError('/rootCause/causeId', 'not_found'));
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

  private async knownUsers(ids: string[]): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      'SELECT u.id FROM users u WHERE u.id = ANY ($1::uuid[])',
      [ids],
    );
    return rows.map(({ id }) => id);
  }
}
