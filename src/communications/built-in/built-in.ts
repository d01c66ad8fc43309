import { BULGARIAN } from './bg.js';
import { ENGLISH } from './en.js';
import { HUNGARIAN } from './hu.js';
import type { LetterWords } from './words.js';

/** By language. */
export const BUILT_IN: ReadonlyMap<string, LetterWords> = new Map([
  ['en', ENGLISH],
  ['hu', HUNGARIAN],
  ['bg', BULGARIAN],
]);

/** Written in where there is nothing nearer. */
export const LAST_LANGUAGE = 'en';
