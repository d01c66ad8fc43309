import { hash } from '@node-rs/argon2';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApplication } from '../../src/app.js';
import { Database } from '../../src/platform/database/database.js';
import { Api, expectAnswer } from './api.js';
import { CAST, engage, PASSWORD } from './cast.js';
import { freePort } from './free-port.js';
import { giveLogKey } from './log-key.js';
import { expectOrder } from './order.js';

/** The template behind every copy: the program started once on a migrated database, and the cast given accounts. */
export async function fillWithCast(url: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'amends-cast-'));
  const env = await environment(url, folder);
  await giveLogKey(env);
  const nest = await startApplication(env);
  try {
    const baseUrl = await nest.getUrl();
    const body = { email: CAST.ada.email, password: PASSWORD };
    const nobody = new Api(baseUrl, () => Promise.resolve(null));
    const { accessToken } = await expectAnswer(201, nobody.client.POST('/v1/sessions', { body }));
    await engage(new Api(baseUrl, () => Promise.resolve(accessToken)));
    await cheapenPasswords(nest.get(Database, { strict: false }));
    await expectOrder(nest);
  } finally {
    await nest.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The cast signs in thousands of times in a run: by a hash that is checked in no time. */
async function cheapenPasswords(database: Database): Promise<void> {
  const passwordHash = await hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  await database.read('UPDATE users SET password_hash = $1', [passwordHash]);
}

/** What every test app is given. */
export async function environment(databaseUrl: string, folder: string): Promise<Record<string, string>> {
  return {
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    PORT: String(await freePort()),
    ADMIN_EMAIL: CAST.ada.email,
    ADMIN_PASSWORD: PASSWORD,
    RATE_LIMIT_PUBLIC: '0',
    LOG_LEVEL: 'silent',
  };
}
