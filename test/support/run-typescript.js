import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transformFile } from '@swc/core';

/**
 * `node --import ./test/support/run-typescript.js some.ts`: runs TypeScript of the tests as it stands, outside of jest
 * and without a build. Node 20 cannot do that by itself. The loader lives in a thread of its own, where this file is
 * read again.
 */
if (isMainThread) register(import.meta.url);

/** Imports are written with `.js`; beside a TypeScript file that is nearly always another one. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return next(new URL('./jest/globals.js', import.meta.url).href, context);
  if (!/^\.{1,2}\/.*\.js$/.test(specifier) || !context.parentURL?.endsWith('.ts')) {
    return next(specifier, context);
  }
  return next(specifier.replace(/\.js$/, '.ts'), context).catch(() => next(specifier, context));
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), { sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}
