import { describe, expect, it } from '@jest/globals';
import { checkPassword, hashPassword } from '../../src/access/password.js';

describe('a password', () => {
  it('is kept as argon2id with 19 MiB and two passes, with a salt of its own', async () => {
    const [one, other] = await Promise.all([
      hashPassword('four whole legs'),
      hashPassword('four whole legs'),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it('is known again, and no other is', async () => {
    const kept = await hashPassword('four whole legs');
    expect(await checkPassword(kept, 'four whole legs')).toBe(true);
    expect(await checkPassword(kept, 'Four whole legs')).toBe(false);
    expect(await checkPassword(kept, '')).toBe(false);
  });

  it('is the same in both spellings of an accented letter', async () => {
    const kept = await hashPassword('négy ép láb'.normalize('NFD'));
    expect(await checkPassword(kept, 'négy ép láb'.normalize('NFC'))).toBe(true);
  });

  it('of nobody is never right, and takes as long to refuse', async () => {
    const kept = await hashPassword('four whole legs');
    const wrong = await timed(() => checkPassword(kept, 'three legs only'));
    const nobody = await timed(() => checkPassword(null, 'three legs only'));
    expect([wrong.answer, nobody.answer]).toEqual([false, false]);
    expect(nobody.took).toBeGreaterThan(wrong.took / 3);
  });
});

async function timed(check: () => Promise<boolean>): Promise<{ answer: boolean; took: number }> {
  const start = performance.now();
  const answer = await check();
  return { answer, took: performance.now() - start };
}
