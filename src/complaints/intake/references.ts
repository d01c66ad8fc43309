import { Injectable } from '@nestjs/common';
import { inputError, type InputError, invalid } from '../../kernel/refusal.js';
import { TreeReads } from '../../knowledge/trees/tree.reads.js';
import { Database } from '../../platform/database/database.js';

/** Ids of other things that a body names. */
export interface Named {
  categoryId?: string | null;
  customerId?: string | null;
  accountId?: string | null;
  rootCause?: { causeId?: string | null };
  cause?: { causeId?: string | null };
  complainedAboutUserIds?: string[];
}

/**
 * Checks that ids in bodies name something, and something that can be chosen: a retired category or cause stays where
 * it was chosen, but is not chosen anew. There are no customers and accounts yet: such an id names nothing.
 */
@Injectable()
export class References {
  constructor(
    private readonly database: Database,
    private readonly trees: TreeReads,
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
    ];
    for (const property of ['customerId', 'accountId'] as const) {
      if (body[property]) errors.push(inputError(`/${property}`, 'not_found'));
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

  private async wrongCategory(id: string | null | undefined, complaintId?: string): Promise<InputError[]> {
    if (!id || (complaintId && (await this.categoryOf(complaintId)) === id)) return [];
    const wrong = await this.trees.wrongChoice('category', id);
    return wrong ? [inputError('/categoryId', wrong)] : [];
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

  private async knownUsers(ids: string[]): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      'SELECT u.id FROM users u WHERE u.id = ANY ($1::uuid[])',
      [ids],
    );
    return rows.map(({ id }) => id);
  }
}
