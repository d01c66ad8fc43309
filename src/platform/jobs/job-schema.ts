import type { Client } from 'pg';
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';

/** Where the library keeps its tables; ours are elsewhere. */
export const SCHEMA = 'pgboss';

/** Where jobs end that failed at every attempt. */
export const DEAD = 'dead';

/** The schema that this version of the library asks for; a worker does not start on another. */
const VERSION = 46;

const TEN_YEARS = 315_360_000;

/**
 * Brings the tables of the jobs to what this program needs, as the owner: the application may create nothing.
 * To be called under the lock of the migrations.
 * @param role the application's, or null where it works as the owner
 */
export async function migrateJobs(owner: Client, role: string | null): Promise<void> {
  const installed = await installedVersion(owner);
  if (installed === null) {
    await owner.query(getConstructionPlans(SCHEMA));
    const options = { policy: 'standard', retentionSeconds: TEN_YEARS };
    await owner.query(`SELECT ${SCHEMA}.create_queue($1, $2)`, [DEAD, JSON.stringify(options)]);
  } else if (installed < VERSION) {
    await owner.query(getMigrationPlans(SCHEMA, installed));
  }
  if (role !== null && !(await mayUseAll(owner, role))) await owner.query(grants(role));
}

async function installedVersion(owner: Client): Promise<number | null> {
  const { rows: tables } = await owner.query(`SELECT WHERE to_regclass('${SCHEMA}.version') IS NOT NULL`);
  if (tables.length === 0) return null;
  const { rows } = await owner.query<{ version: number }>(`SELECT v.version FROM ${SCHEMA}.version v`);
  return rows[0]?.version ?? null;
}

/** Granting again what is granted would write to the catalogue at every start. */
async function mayUseAll(owner: Client, role: string): Promise<boolean> {
  const { rows } = await owner.query(
    `SELECT FROM pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS p (privilege)
     WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p')
       AND NOT (has_schema_privilege($2, $1, 'USAGE') AND has_table_privilege($2, c.oid, p.privilege))
     LIMIT 1`,
    [SCHEMA, role],
  );
  return rows.length === 0;
}

function grants(role: string): string {
  return `GRANT USAGE ON SCHEMA ${SCHEMA} TO ${role};
          GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO ${role}`;
}
