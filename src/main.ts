import 'reflect-metadata';
import { startApplication } from './app.js';
import { StartError } from './platform/start-error.js';

/** What `npm start` runs: starts, waits for SIGINT or SIGTERM, and stops in good order. */
async function main(): Promise<void> {
  const signalled = firstSignal();
  readEnvFile();
  const application: Stoppable = await startApplication(process.env);
  await application.close(await signalled);
}

/** Nest is told which signal it was, though its interface does not say so. */
interface Stoppable {
  close: (signal?: NodeJS.Signals) => Promise<void>;
}

/** Milliseconds from the first signal to an end in any case, for example where a disk does not answer. */
const PATIENCE = 45_000;

/** npm passes a Ctrl-C on that the terminal has sent to us as well: only the first signal counts. */
function firstSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        setTimeout(() => process.exit(1), PATIENCE).unref();
        resolve(signal);
      });
    }
  });
}

/** A file `.env` beside the program, if there is one; what the environment says already stands. */
function readEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT')
      throw new StartError(`.env cannot be read (${String(error)}).`);
  }
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}
