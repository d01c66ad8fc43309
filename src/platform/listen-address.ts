import { createServer } from 'node:net';
import type { Config } from './config.js';
import { StartError } from './start-error.js';

/**
 * Tries whether the program could listen, before it does anything that takes longer.
 * @throws StartError naming PORT or HOST
 */
export async function checkAddress(config: Config): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(config.port, config.host, resolve);
    });
    await new Promise((resolve) => server.close(resolve));
  } catch (error) {
    throw listenError(error, config);
  }
}

/** What a person can act on; anything else stays as it is. */
export function listenError(error: unknown, { port, host }: Config): unknown {
  switch ((error as { code?: string }).code) {
    case 'EADDRINUSE':
      return new StartError(`PORT: ${port} is taken by another program; stop it, or choose another port.`);
    case 'EACCES':
      return new StartError(
        `PORT: ${port} is not one that this account may listen on; choose one from 1024 up.`,
      );
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(`HOST: ${host} is not an address of this machine.`);
    default:
      return error;
  }
}
