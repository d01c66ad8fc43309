import type { Database } from './database.js';

/**
 * Does long work in one process only: where another one does it, nothing. The lock is that of a connection, which the
 * work keeps; should the connection end, the next `check` throws, and another process may begin.
 */
export async function exclusively(
  { dataSource }: Database,
  name: string,
  work: (check: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    const lock = 'hashtextextended($1::text, 0)';
    const [row] = (await runner.query(`SELECT pg_try_advisory_lock(${lock}) AS got`, [name])) as Got[];
    if (!row?.got) return;
    try {
      await work(async () => {
        await runner.query('SELECT 1');
      });
    } finally {
      await runner.query(`SELECT pg_advisory_unlock(${lock})`, [name]).catch(() => undefined);
    }
  } finally {
    await runner.release();
  }
}

interface Got {
  got: boolean;
}
