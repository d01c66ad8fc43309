import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { checkpointText, parseCheckpoint } from '../../../src/kernel/proofs/checkpoint.js';
import {
  noteKeyText,
  openNote,
  parseNote,
  parseNoteKey,
  signNote,
} from '../../../src/kernel/proofs/signed-note.js';
import { parseTlogProof, tlogProofText } from '../../../src/kernel/proofs/tlog-proof.js';

/** The example of the Go package golang.org/x/mod/sumdb/note: key, text and signed note. */
const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const NEUMANN_SEED = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE = `${TEXT}
\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
/** The key of the checksum database of Go. */
const SUM_GOLANG = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';

/** A private key of Ed25519 from its seed: RFC 8410, section 7. */
function fromSeed(seed: Buffer) {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const OURS = noteKeyText('example.org/log', publicKey);

describe('a note', () => {
  it('is signed and read as the implementation of Go does', () => {
    const seed = Buffer.from(NEUMANN_SEED, 'base64').subarray(1);
    expect(signNote(TEXT, [{ name: 'PeterNeumann', privateKey: fromSeed(seed) }])).toBe(NOTE);
    const { text, signedBy } = openNote(NOTE, [parseNoteKey(NEUMANN)]);
    expect(text).toBe(TEXT);
    expect(signedBy.map(({ name }) => name)).toEqual(['PeterNeumann']);
    expect(parseNoteKey(SUM_GOLANG).id.toString('hex')).toBe('033de0ae');
  });

  it('with signatures of two keys holds for whoever knows one of them', () => {
    const neumann = fromSeed(Buffer.from(NEUMANN_SEED, 'base64').subarray(1));
    const both = signNote(TEXT, [
      { name: 'example.org/log', privateKey },
      { name: 'PeterNeumann', privateKey: neumann },
    ]);
    expect(openNote(both, [parseNoteKey(NEUMANN)]).signedBy).toHaveLength(1);
    expect(openNote(both, [parseNoteKey(OURS)]).signedBy).toHaveLength(1);
    expect(openNote(both, [parseNoteKey(OURS), parseNoteKey(NEUMANN)]).signedBy).toHaveLength(2);
  });

  it('that was changed, or that nobody known signed, is refused', () => {
    const note = signNote(TEXT, [{ name: 'example.org/log', privateKey }]);
    expect(() => openNote(note.replace('answer', 'anSwer'), [parseNoteKey(OURS)])).toThrow('is wrong');
    expect(() => openNote(note, [parseNoteKey(NEUMANN)])).toThrow('no known key');
    for (const broken of ['', 'text\n', 'text\n\n', note.trimEnd(), note.replace('\u2014', '-')])
      expect(() => parseNote(broken)).toThrow('no signed note');
  });

  it('has keys whose id fits name and key', () => {
    expect(parseNoteKey(`${OURS}\n`).text).toBe(OURS);
    for (const wrong of ['', 'a+b', OURS.replace('example.org', 'example.com'), OURS.slice(0, -4)])
      expect(() => parseNoteKey(wrong)).toThrow('no verifier key');
  });
});

describe('a checkpoint', () => {
  it('is read as it was written', () => {
    const checkpoint = { origin: 'example.org/log', size: 70_000, root: Buffer.alloc(32, 7) };
    expect(parseCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint);
  });

  it.each(['', 'log\n01\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n', 'log\n7\nBwcH\n', 'log\n-1\n\n'])(
    'is refused as %j',
    (text) => {
      expect(() => parseCheckpoint(text)).toThrow('no checkpoint');
    },
  );
});

describe('a proof as a file', () => {
  const checkpoint = signNote(
    checkpointText({ origin: 'example.org/log', size: 3, root: Buffer.alloc(32, 7) }),
    [{ name: 'example.org/log', privateKey }],
  );

  it('is read as it was written, also with extra data and without any hash', () => {
    const proof = { index: 2, path: [Buffer.alloc(32, 1), Buffer.alloc(32, 2)], checkpoint };
    const text = tlogProofText(proof);
    expect(text.split('\n').slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 2']);
    expect(parseTlogProof(text)).toEqual(proof);
    expect(parseTlogProof(text.replace('\nindex', '\nextra AAAA\nindex'))).toEqual(proof);
    expect(parseTlogProof(tlogProofText({ ...proof, path: [] }))).toEqual({ ...proof, path: [] });
  });

  it.each(['', 'c2sp.org/tlog-proof@v2\nindex 1\n\n', 'c2sp.org/tlog-proof@v1\nindex 01\n\n'])(
    'is refused as %j',
    (text) => {
      expect(() => parseTlogProof(text)).toThrow('no proof');
    },
  );
});
