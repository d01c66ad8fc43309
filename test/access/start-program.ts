import { createServer } from 'node:net';
import { startApplication } from '../../src/app.js';
import { Api } from '../support/api.js';

/** The program beside the test app: on a database, folders and variables of the test's choice. */
export interface Program {
  /** The API as the holder of a token, or as nobody. */
  api(token?: string): Api;
  close(): Promise<void>;
}

export async function startProgram(env: Record<string, string>): Promise<Program> {
  const application = await startApplication({ PORT: String(await freePort()), LOG_LEVEL: 'silent', ...env });
  const url = await application.getUrl();
  return {
    api: (token) =>
      new Api(
        url,
        () => Promise.resolve(token ?? null),
        () => undefined,
      ),
    close: () => application.close(),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
