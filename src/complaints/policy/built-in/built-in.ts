import { BULGARIAN } from './bg.js';
import { ENGLISH } from './en.js';
import { HUNGARIAN } from './hu.js';
import type { Spoken } from './spoken.js';

/** By language. */
export const BUILT_IN: ReadonlyMap<string, Spoken> = new Map([
  ['en', ENGLISH],
  ['hu', HUNGARIAN],
  ['bg', BULGARIAN],
]);

/** Spoken where nothing else is. */
export const LAST_LANGUAGE = 'en';
