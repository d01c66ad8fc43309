import type { Config } from '../config.js';
import { startEmbedded } from './embedded.js';
import { migrate, type Migrated } from './migrations.js';

/** A migrated database, ready to be connected to. */
export interface Connection extends Migrated {
  url: string;
  /** Whether it is the embedded one. */
  embedded: boolean;
  /** Stops the embedded database; to be called when all connections are closed. May be called twice. */
  close(): Promise<void>;
}

/**
 * The database that the configuration asks for: that of DATABASE_URL, or the embedded one, started for us.
 * @throws StartError
 */
export async function openDatabase(config: Config): Promise<Connection> {
  if (config.databaseUrl !== null) {
    const { databaseUrl: url } = config;
    return { url, embedded: false, close: () => Promise.resolve(), ...(await migrate(url)) };
  }
  const { url, stop } = await startEmbedded(config.dataDir);
  let stopped: Promise<void> | undefined;
  const close = () => (stopped ??= stop());
  try {
    return { url, embedded: true, close, ...(await migrate(url)) };
  } catch (error) {
    await close();
    throw error;
  }
}
