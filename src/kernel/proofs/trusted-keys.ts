import { createPublicKey } from 'node:crypto';
import { type NoteKey, noteKeyText, parseNoteKey } from './signed-note.js';

/**
 * The public keys that somebody trusts: one in PEM, or keys of notes, a line each.
 * @param name the name of the log, which PEM does not say
 * @throws Error where there is none, or one is not of Ed25519
 */
export function parseTrustedKeys(text: string, name: string): NoteKey[] {
  const isPem = text.includes('BEGIN PUBLIC KEY');
  const lines = (isPem ? noteKeyText(name, createPublicKey(text)) : text).split('\n');
  const keys = lines.filter((line) => line.trim() !== '').map(parseNoteKey);
  if (keys.length === 0) throw new Error('there is no key');
  return keys;
}
