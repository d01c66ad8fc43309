import { Injectable, type Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { ClientBase, Pool, PoolClient, QueryResult } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { Listener } from './listener.js';
import { insertStatement, saveStatement } from './records.js';
import { planWasStale, run } from './statements.js';

/** The database as the application uses it: single reads on any connection, and transactions. */
@Injectable()
export class Database implements OnApplicationShutdown {
  /**
   * @param dataSource connected already
   * @param afterwards runs once the pool is closed
   */
  constructor(
    readonly dataSource: DataSource,
    private readonly afterwards: () => Promise<void> = () => Promise.resolve(),
  ) {}

  /** Runs one statement outside a transaction; the rows have camelCase keys. */
  async read<T>(sql: string, params?: unknown[]): Promise<T[]> {
    try {
      return await run<T>(this.pool, sql, params);
    } catch (error) {
      if (!planWasStale(error)) throw error;
      return await run<T>(this.pool, sql, params);
    }
  }

  /**
   * Runs SQL that a library made, with its own names of columns. Without params it may be several statements, and may
   * open a transaction: the pool closes a connection on which a query failed.
   */
  foreign(sql: string, params?: unknown[]): Promise<QueryResult> {
    return this.pool.query(sql, params);
  }

  /**
   * Runs `work` in one transaction: committed when it returns, rolled back when it throws.
   * It is not repeated on a conflict of transactions, which is the caller's choice; only where a plan was outlived by a
   * migration does `work` run a second time.
   */
  async transaction<R>(work: (tx: Tx) => Promise<R>): Promise<R> {
    try {
      return await this.attempt(work);
    } catch (error) {
      if (!planWasStale(error)) throw error;
      return await this.attempt(work);
    }
  }

  /** A connection beside the pool that hears the notices of a channel; it is not started yet. */
  listener(channel: string, heard: (payload: string) => void, logger: Logger): Listener {
    return new Listener(this.pool.options, channel, heard, logger);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
    await this.afterwards();
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  private async attempt<R>(work: (tx: Tx) => Promise<R>): Promise<R> {
    const runner = this.dataSource.createQueryRunner() as ReleasingQueryRunner;
    const connection = (await runner.connect()) as PoolClient;
    let broken: unknown;
    try {
      await runner.startTransaction();
      const result = await work(new Tx(connection, runner.manager));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      broken = await failed(rollback(runner));
      throw error;
    } finally {
      await runner.releasePostgresConnection(broken);
    }
  }
}

/** One open transaction. Its statements run one after the other, on its own connection. */
export class Tx {
  constructor(
    private readonly connection: ClientBase,
    /** TypeORM on the same connection, for rare writes through repositories. */
    readonly manager: EntityManager,
  ) {}

  /** Runs a statement; the rows have camelCase keys. */
  rows<T>(sql: string, params?: unknown[]): Promise<T[]> {
    return run<T>(this.connection, sql, params);
  }

  /** The first row, or undefined. */
  async one<T>(sql: string, params?: unknown[]): Promise<T | undefined> {
    const [row] = await run<T>(this.connection, sql, params);
    return row;
  }

  /** Inserts rows of the same shape in one statement; camelCase keys are snake_case columns. No rows, no statement. */
  async insert(table: string, rows: object[]): Promise<void> {
    if (rows.length === 0) return;
    const { sql, json } = insertStatement(table, rows);
    await run(this.connection, sql, [json]);
  }

  /** Inserts rows, or sets every given column of those whose `id` is there already. */
  async save(table: string, rows: object[]): Promise<void> {
    if (rows.length === 0) return;
    const { sql, json } = saveStatement(table, rows);
    await run(this.connection, sql, [json]);
  }
}

/** TypeORM's own release puts a connection back; told of an error, it closes it. */
interface ReleasingQueryRunner extends QueryRunner {
  releasePostgresConnection(error: unknown): Promise<void>;
}

async function rollback(runner: QueryRunner): Promise<void> {
  if (runner.isTransactionActive) await runner.rollbackTransaction();
}

async function failed(work: Promise<void>): Promise<unknown> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return error;
  }
}
