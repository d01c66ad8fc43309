/** One SELECT, on a transaction's connection or on one of the pool. */
export type Query = <T>(sql: string, params?: unknown[]) => Promise<T[]>;
