import { createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';

/** A key that signs notes under a name. */
export interface NoteSigner {
  name: string;
  /** Ed25519. */
  privateKey: KeyObject;
}

/** A public key of notes, as its text says: `<name>+<key id in hexadecimal>+<base64>`. */
export interface NoteKey {
  name: string;
  /** Four bytes. */
  id: Buffer;
  publicKey: KeyObject;
  text: string;
}

/** The byte that says Ed25519. */
const ED25519 = 1;
const ID_SIZE = 4;
const DASH = '\u2014';

/** The text of a public key, as it is handed to whoever is to check notes. */
export function noteKeyText(name: string, publicKey: KeyObject): string {
  const encoded = encode(publicKey);
  return `${name}+${idOf(name, encoded).toString('hex')}+${encoded.toString('base64')}`;
}

/** @throws Error where the text is no key of Ed25519, or its id is not that of name and key */
export function parseNoteKey(text: string): NoteKey {
  const [, name = '', id = '', base64 = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  const encoded = Buffer.from(base64, 'base64');
  if (encoded.length !== 33 || encoded[0] !== ED25519 || idOf(name, encoded).toString('hex') !== id)
    throw new Error('this is no verifier key of Ed25519');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: encoded.subarray(1).toString('base64url') };
  return {
    name,
    id: Buffer.from(id, 'hex'),
    publicKey: createPublicKey({ key: jwk, format: 'jwk' }),
    text: text.trim(),
  };
}

/**
 * C2SP signed-note: the text, an empty line, and a line for each signature.
 * @param text ends with a newline
 */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  const lines = signers.map(({ name, privateKey }) => {
    const id = idOf(name, encode(createPublicKey(privateKey)));
    const signature = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]);
    return `${DASH} ${name} ${signature.toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** One line of a note below its text. */
export interface NoteSignature {
  name: string;
  id: Buffer;
  signature: Buffer;
}

/** @throws Error where it is not written as a note is */
export function parseNote(note: string): { text: string; signatures: NoteSignature[] } {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw new Error('this is no signed note');
  const lines = note.slice(end + 2, -1).split('\n');
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

/**
 * The text of a note, once a known key has signed it. Signatures of unknown keys are passed over.
 * @throws Error where no known key signed it, or the signature of one is wrong
 */
export function openNote(note: string, keys: readonly NoteKey[]): { text: string; signedBy: NoteKey[] } {
  const { text, signatures } = parseNote(note);
  const signedBy: NoteKey[] = [];
  for (const { name, id, signature } of signatures) {
    const key = keys.find((known) => known.name === name && known.id.equals(id));
    if (!key) continue;
    if (!verify(null, Buffer.from(text), key.publicKey, signature))
      throw new Error(`the signature of ${name} is wrong`);
    signedBy.push(key);
  }
  if (signedBy.length === 0) throw new Error('no known key signed it');
  return { text, signedBy };
}

function parseSignature(line: string): NoteSignature {
  const [, name = '', base64 = ''] = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length <= ID_SIZE) throw new Error('this is no signed note');
  return { name, id: bytes.subarray(0, ID_SIZE), signature: bytes.subarray(ID_SIZE) };
}

function encode(publicKey: KeyObject): Buffer {
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return Buffer.concat([Buffer.of(ED25519), Buffer.from(x, 'base64url')]);
}

function idOf(name: string, encoded: Buffer): Buffer {
  const digest = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), encoded]), 'buffer');
  return digest.subarray(0, ID_SIZE);
}
