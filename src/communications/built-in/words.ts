import type { LETTER_KINDS, LetterKind } from '../letters/kinds.js';

type Part<K extends LetterKind> = (typeof LETTER_KINDS)[K] extends { part: true } ? true : false;

/** The letters in one language as they come with the program. */
export type LetterWords = {
  readonly [K in LetterKind]: Part<K> extends true
    ? { readonly subject: null; readonly body: string }
    : { readonly subject: string; readonly body: string };
};
