import { randomBytes } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type Change, Ledger } from '../audit/ledger.service.js';
import { systemCall } from '../kernel/call.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { hashPassword } from './password.js';
import type { User } from './user.entity.js';
import { changeUser, insertUser } from './users.service.js';

const DEFAULT_EMAIL = 'admin@amends.local';
const FILE = 'first-administrator.txt';

/**
 * Sees to it at every start that somebody can administer: where no administrator is enabled, the user of ADMIN_EMAIL
 * becomes one, with ADMIN_PASSWORD or with a password made up into a file that only the owner of the process can read.
 */
@Injectable()
export class FirstAdministrator implements OnApplicationBootstrap {
  private readonly logger = new Logger(FirstAdministrator.name);

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly ledger: Ledger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const found = await this.database.read(ENABLED_ADMINISTRATOR);
    if (found.length > 0) return;
    const password = this.config.adminPassword ?? randomBytes(18).toString('base64url');
    const passwordHash = await hashPassword(password);
    const outcome = { made: false };
    await this.ledger.write(systemCall('first-administrator'), 'make first administrator', [], async (c) => {
      outcome.made = await this.make(c, password, passwordHash);
      return { id: c.call.requestId };
    });
    if (outcome.made) this.tell();
  }

  private get email(): string {
    return this.config.adminEmail ?? DEFAULT_EMAIL;
  }

  /** False where another process was first. */
  private async make(c: Change, password: string, passwordHash: string): Promise<boolean> {
    await c.tx.rows('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    if (await c.tx.one(ENABLED_ADMINISTRATOR)) return false;
    const user = await c.tx.one<User>('SELECT u.* FROM users u WHERE lower(u.email) = lower($1) FOR UPDATE', [
      this.email,
    ]);
    if (user) await changeUser(c, user, { roles: [...user.roles, 'admin'], disabled: false, passwordHash });
    else await insertUser(c, { email: this.email, name: 'Administrator', roles: ['admin'], passwordHash });
    // Before the commit: an administrator whose password nobody knows would never be replaced.
    if (this.config.adminPassword === null) await this.write(password);
    return true;
  }

  private get file(): string {
    return join(this.config.dataDir, FILE);
  }

  private async write(password: string): Promise<void> {
    const aside = `${this.file}.${randomBytes(6).toString('hex')}`;
    await writeFile(aside, `email: ${this.email}\npassword: ${password}\n`, { mode: 0o600, flag: 'wx' });
    await rename(aside, this.file);
  }

  private tell(): void {
    const where =
      this.config.adminPassword === null ? `the password is in ${this.file}` : 'with ADMIN_PASSWORD';
    this.logger.log(`The first administrator is there; ${where}.`);
  }
}

/** Two programs of this key in one database wait for each other. */
const LOCK = 4_716_230_002;

const ENABLED_ADMINISTRATOR = `SELECT u.id FROM users u WHERE 'admin' = ANY (u.roles) AND NOT u.disabled LIMIT 1`;
