import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { parsePrivateKey, pemFiles, readKeyFile, readOrMake, unusable } from './key-files.js';

const FIRST_LOG_KEY = 'log-1.pem';

/**
 * The private keys that sign the log (Ed25519): all `log-*.pem` of the directory, the newest last. To roll the key, put
 * a newer file beside the older one: both sign, so that whoever knows one of them can go on. Remove the older one when
 * everybody who checks the log has the new key.
 */
export function readLogKeys(directory: string): KeyObject[] {
  return pemFiles(directory, 'log').map((file) => {
    const key = parsePrivateKey(file, readKeyFile(directory, file));
    if (key.asymmetricKeyType !== 'ed25519') throw unusable(file, 'is not a key of Ed25519');
    return key;
  });
}

/** Makes the first key, or finds the one that another process has just made. */
export function makeFirstLogKey(directory: string): void {
  readOrMake(directory, FIRST_LOG_KEY, () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  });
}
