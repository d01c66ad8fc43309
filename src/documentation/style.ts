import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The one style sheet of all pages. Each page carries it, so that one that was kept still reads well. */
export const STYLE = readFileSync(new URL('./style.css', import.meta.url), 'utf8');

/** By which a browser knows it, and applies no other. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;
