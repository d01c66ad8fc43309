import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { fold } from '../../kernel/fold.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import type { AccountDto, AccountQuery } from './account.dto.js';
import type { Account, Contact } from './account.entity.js';
import type { ContactDto } from './contact.dto.js';

/** What is shown of company customers and their key figures. */
@Injectable()
export class AccountReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal 404 */
  async one(id: string): Promise<AccountDto> {
    const [account] = await this.database.read<Account>('SELECT a.* FROM accounts a WHERE a.id = $1', [id]);
    if (!account) throw notFound();
    return shown(account);
  }

  /** In the order in which they were recorded. */
  async list(viewer: Actor, query: AccountQuery): Promise<Page<AccountDto>> {
    const { q, tier, managerId, cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listAccounts', query, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const accounts = await this.database.read<Account>(
      `SELECT a.* FROM accounts a
       WHERE ($1::text IS NULL OR a.folded_name LIKE $1 || '%') AND ($2::text IS NULL OR a.tier = $2)
         AND ($3::uuid IS NULL OR a.manager_id = $3) AND ($4::uuid IS NULL OR a.id > $4)
       ORDER BY a.id LIMIT $5`,
      [q === undefined ? null : fold(q), tier, managerId, after, limit + 1],
    );
    return mapPage(
      pageOf(accounts, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }

  /** @throws Refusal 404 */
  async contact(id: string): Promise<ContactDto> {
    const [contact] = await this.database.read<Contact>('SELECT t.* FROM contacts t WHERE t.id = $1', [id]);
    if (!contact) throw notFound();
    return shownContact(contact);
  }

  /** In the order in which they were recorded. One that was erased is found by its id only. @throws Refusal 404 */
  async contacts(viewer: Actor, accountId: string, query: PageQuery): Promise<Page<ContactDto>> {
    await this.one(accountId);
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listContacts', { ...query, accountId }, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const contacts = await this.database.read<Contact>(
      `SELECT t.* FROM contacts t
       WHERE t.account_id = $1 AND t.erased_at IS NULL AND ($2::uuid IS NULL OR t.id > $2)
       ORDER BY t.id LIMIT $3`,
      [accountId, after, limit + 1],
    );
    return mapPage(
      pageOf(contacts, limit, (last) => this.cursors.encode([last.id], scope)),
      shownContact,
    );
  }
}

function shown({ foldedName: _, createdAt, updatedAt, ...rest }: Account): AccountDto {
  return { ...rest, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

function shownContact({ erasedAt, createdAt, updatedAt, ...rest }: Contact): ContactDto {
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { ...rest, erasedAt: erasedAt?.toISOString() ?? null, ...times };
}
