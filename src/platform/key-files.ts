import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../kernel/canonical-json.js';
import { StartError } from './start-error.js';

/** A key pair of access tokens (ECDSA on P-256). */
export interface SigningKey {
  /** The thumbprint of the public key (RFC 7638). */
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

const SECRET_LENGTH = 32;
const FIRST_JWT_KEY = 'jwt-1.pem';

/** The secret of a purpose, 32 bytes, from `<purpose>.key`; made where it is missing. */
export function readSecret(directory: string, purpose: string): Buffer {
  const file = `${purpose}.key`;
  const text = readOrMake(directory, file, () => randomBytes(SECRET_LENGTH).toString('base64url'));
  const secret = Buffer.from(text.trim(), 'base64url');
  if (secret.length !== SECRET_LENGTH)
    throw unusable(file, `does not hold ${SECRET_LENGTH} bytes in base64url`);
  return secret;
}

/**
 * All `jwt-*.pem` of the directory; the last by number or date in its name is the newest and signs, all verify.
 * To roll the key, put a newer file beside the older one, and remove the older when its tokens have run out.
 */
export function readSigningKeys(directory: string): { newest: SigningKey; all: SigningKey[] } {
  // Made by name only where there is no key at all: a house that has rolled its key has removed the first one.
  if (pemFiles(directory, 'jwt').length === 0) readOrMake(directory, FIRST_JWT_KEY, makeJwtKey);
  const all = pemFiles(directory, 'jwt').map((file) => parseJwtKey(file, readKeyFile(directory, file)));
  const newest = all.at(-1);
  if (!newest) throw unusable(FIRST_JWT_KEY, 'is missing');
  return { newest, all };
}

/** All `<purpose>-*.pem` of the directory, in the order of the numbers or dates in their names. */
export function pemFiles(directory: string, purpose: string): string[] {
  makeDirectory(directory);
  return readdirSync(directory)
    .filter((file) => file.startsWith(`${purpose}-`) && file.endsWith('.pem'))
    .sort(new Intl.Collator('en', { numeric: true }).compare);
}

function makeJwtKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}

function parseJwtKey(file: string, pem: string): SigningKey {
  const privateKey = parsePrivateKey(file, pem);
  if (privateKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
    throw unusable(file, 'is not a key on P-256');
  const publicKey = createPublicKey(privateKey);
  return { kid: thumbprint(publicKey), privateKey, publicKey };
}

/** @throws StartError where the file holds no private key in PEM */
export function parsePrivateKey(file: string, pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw unusable(file, 'is not a private key in PEM');
  }
}

/** RFC 7638, section 3: the members that the key type requires, in canonical JSON. */
function thumbprint(publicKey: KeyObject): string {
  const { crv, kty, x, y } = publicKey.export({ format: 'jwk' });
  return createHash('sha256').update(canonicalJson({ crv, kty, x, y })).digest('base64url');
}

/**
 * Reads a file, and makes it first where it is missing. Of several processes that start at once one makes it and
 * all read the same: it is written aside, complete, and linked to its name, which only the first can.
 */
export function readOrMake(directory: string, file: string, make: () => string): string {
  try {
    return readKeyFile(directory, file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  makeDirectory(directory);
  const aside = join(directory, `.${file}.${randomBytes(8).toString('hex')}`);
  try {
    writeFileSync(aside, make(), { mode: 0o600, flag: 'wx' });
    linkSync(aside, join(directory, file));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw unusable(file, `cannot be written (${codeOf(error)})`);
  } finally {
    rmSync(aside, { force: true });
  }
  return readKeyFile(directory, file);
}

export function readKeyFile(directory: string, file: string): string {
  try {
    return readFileSync(join(directory, file), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw error;
    throw unusable(file, `cannot be read (${codeOf(error)})`);
  }
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartError(
      `KEYS_DIR cannot be made (${codeOf(error)}): give a directory that this user may write.`,
    );
  }
}

export function unusable(file: string, why: string): StartError {
  return new StartError(`KEYS_DIR holds a key that cannot be used: ${file} ${why}.`);
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown';
}
