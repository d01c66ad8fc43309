import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../platform/start-error.js';

export interface Credentials {
  email: string;
  password: string;
}

/**
 * Who a command signs in as: what its options or AMENDS_PASSWORD say, else the first administrator of DATA_DIR.
 * @throws StartError where no password is to be found
 */
export async function findCredentials(
  given: { email?: string; password?: string },
  environment: NodeJS.ProcessEnv,
): Promise<Credentials> {
  const password = given.password ?? environment.AMENDS_PASSWORD;
  const own = { email: given.email ?? environment.ADMIN_EMAIL ?? 'admin@amends.local', password };
  if (own.password) return { email: own.email, password: own.password };
  const file = join(environment.DATA_DIR ?? 'data', 'first-administrator.txt');
  const text = await readFile(file, 'utf8').catch(() => '');
  const email = /^email: (.+)$/m.exec(text)?.[1];
  const found = /^password: (.+)$/m.exec(text)?.[1];
  if (email !== undefined && found !== undefined && (given.email ?? email) === email) {
    return { email, password: found };
  }
  throw new StartError(`Set AMENDS_PASSWORD to the password of ${own.email}: it is not in ${file} either.`);
}
