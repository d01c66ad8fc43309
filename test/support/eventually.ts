import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Tries until nothing is thrown, for what another part does in its own time: the sealer, a subscriber, a cache.
 * @throws what the last try threw, after `patience` milliseconds.
 */
export async function eventually<T>(attempt: () => T | Promise<T>, patience = 5000): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(20);
    }
  }
}
