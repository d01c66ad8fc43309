import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { migrateJobs } from '../jobs/job-schema.js';
import { StartError } from '../start-error.js';
import { ensureRole } from './app-role.js';
import { connectionSettings } from './connection.js';
import { checkServer, startErrorOf } from './server-check.js';

const FOLDER = new URL('../../../migrations/', import.meta.url);
const FILE = /^(\d{13})-([a-z0-9-]+)\.sql$/;

/** Of several programs that start at once, one migrates, and the others wait. */
const TAKE_TURN = `SELECT pg_advisory_lock(hashtext('amends'), hashtext('migrations'))`;
const LOCK_WAIT = '60s';

export interface Migrated {
  /** The role for the pool's connections; null where the server has none for us. */
  poolRole: string | null;
  /** What whoever runs the program should know about it. */
  warning?: string;
}

/**
 * Brings the database to the schema of this program; several may do so at once.
 * @throws StartError where the server does not answer, is older than PostgreSQL 15, or refuses
 */
export async function migrate(url: string): Promise<Migrated> {
  const owner = new pg.Client({ ...connectionSettings(url), application_name: 'amends migrations' });
  owner.on('error', () => undefined);
  try {
    await owner.connect();
    await checkServer(owner);
    await owner.query(`SET lock_timeout = '${LOCK_WAIT}'`);
    await owner.query(TAKE_TURN);
    const poolRole = await ensureRole(owner);
    await runMigrations(url);
    await owner.query('SELECT grant_to_app()');
    await migrateJobs(owner, poolRole);
    return poolRole === null ? { poolRole, warning: NO_ROLE } : { poolRole };
  } catch (error) {
    throw startErrorOf(error, url);
  } finally {
    await owner.end().catch(() => undefined);
  }
}

/** The names of the migrations that this program brings along, as they stand in the table `migrations`. */
export async function knownMigrations(): Promise<string[]> {
  const files = await migrationFiles();
  return files.map(migrationName);
}

const NO_ROLE =
  'The application runs as the owner of its tables, because it cannot have the role amends_app: ' +
  'against changes to the log only its triggers guard.';

async function runMigrations(url: string): Promise<void> {
  const files = await migrationFiles();
  const source = new DataSource({
    type: 'postgres',
    migrations: files.map(asMigration),
    migrationsTransactionMode: 'each',
    installExtensions: false,
    logging: false,
    poolSize: 1,
    extra: connectionSettings(url),
  });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

async function migrationFiles(): Promise<string[]> {
  const files = await readdir(FOLDER);
  return files.filter((file) => file.endsWith('.sql')).sort();
}

/** TypeORM takes classes; each is made from a file. */
function asMigration(file: string): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = migrationName(file);

    async up(runner: QueryRunner): Promise<void> {
      const sql = await readFile(new URL(file, FOLDER), 'utf8');
      await runner.query(sql);
    }

    down(): Promise<void> {
      return Promise.reject(new Error('migrations run forward only'));
    }
  };
}

/** TypeORM wants the time stamp last. */
function migrationName(file: string): string {
  const [, time, intent] = FILE.exec(file) ?? [];
  if (!time || !intent) throw new StartError(`migrations/${file} is not named <13 digits>-<intent>.sql.`);
  return `${intent}-${time}`;
}
