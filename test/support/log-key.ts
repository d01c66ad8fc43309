import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Signs the log of every copy of the cast: a log that was signed before does not start without its key. */
const LOG_KEY = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIB3lW7RZYjjPwi4jE4TIz7+QZHm7lgFq3B0pSF/bsWj5
-----END PRIVATE KEY-----
`;

/** Puts the key where a program with this environment looks for it. */
export async function giveLogKey(env: Record<string, string>): Promise<void> {
  const folder = env.KEYS_DIR ?? join(env.DATA_DIR ?? '', 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'log-1.pem'), LOG_KEY, { mode: 0o600 });
}
