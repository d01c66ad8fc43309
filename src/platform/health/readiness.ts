import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { knownMigrations } from '../database/migrations.js';
import { Draining } from './draining.js';

/** Milliseconds in which the database must answer. */
const PATIENCE = 500;

/** Whether this process can serve requests at this moment. */
@Injectable()
export class Readiness {
  private migrated = false;

  constructor(
    private readonly database: Database,
    private readonly draining: Draining,
  ) {}

  /** Why it is not ready, in a sentence; null where it is. */
  async reasonAgainst(): Promise<string | null> {
    this.draining.watch();
    if (this.draining.isDraining) return 'This process is on its way out.';
    const answered = await within(PATIENCE, this.checkDatabase());
    if (!answered) return 'The database does not answer.';
    return this.migrated ? null : 'The migrations of the database are not done.';
  }

  /** Migrations are never undone: once seen they need not be looked for again. */
  private async checkDatabase(): Promise<void> {
    if (this.migrated) {
      await this.database.read('SELECT 1');
      return;
    }
    const done = await this.database.read<{ name: string }>('SELECT m.name FROM migrations m');
    const names = new Set(done.map(({ name }) => name));
    this.migrated = (await knownMigrations()).every((name) => names.has(name));
  }
}

/** Whether the work succeeded in time. */
async function within(milliseconds: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
