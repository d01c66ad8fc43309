import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import circus from 'jest-circus/runner';
import '../run-typescript.js';
import { provide } from './globals.js';
import { readStacksBySourceMaps } from './stacks.js';

const require = createRequire(import.meta.url);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** Bytes. Half of what jest starts a worker anew for. */
const MUCH = 750_000_000;

/**
 * Runs one test file for jest as node runs a program: by its own loader, not in a copy of the world that jest makes for
 * each file. So the program and its libraries are loaded and compiled once for all files of a worker, which is most of
 * what a file would cost. What a test file has of `@jest/globals` is its own all the same.
 */
export default async function runFile(globalConfig, config, environment, _runtime, path, tell) {
  readStacksBySourceMaps();
  const runtime = {
    requireInternalModule: anew,
    requireModule: require,
    setGlobalsForRuntime: (globals) => provide({ ...globals, jest: environment.moduleMocker }),
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (file) => import(pathToFileURL(file).href),
    enterTestCode: () => undefined,
    leaveTestCode: () => undefined,
  };
  try {
    return await circus.default(globalConfig, config, environment, runtime, path, tell);
  } finally {
    forgetTests();
    // Jest counts what nobody needs any more as well.
    if (process.memoryUsage().heapUsed > MUCH) collectGarbage();
  }
}

/**
 * Circus keeps the tests of a file in its own module and in the global object. Whoever requires a module keeps it as
 * its child, so that somebody new does.
 */
function anew(path) {
  delete require.cache[path];
  delete globalThis[Symbol.for('EVENT_HANDLERS')];
  return createRequire(import.meta.url)(path);
}

function forgetTests() {
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    if (symbol.description === 'JEST_STATE_SYMBOL') delete globalThis[symbol];
  }
}
