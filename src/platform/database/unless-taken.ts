import type { Refusal } from '../../kernel/refusal.js';

/**
 * Runs a write that the database may not let through, because another row has what must be unique.
 * @param index the unique index that says so
 * @throws Refusal the given one, where that index was in the way
 */
export async function unlessTaken<T>(index: string, refusal: Refusal, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === index) throw refusal;
    throw error;
  }
}
