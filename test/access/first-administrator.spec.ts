import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectStatus } from '../support/api.js';
import { PASSWORD } from '../support/cast.js';
import { cloneDatabase, type TestDatabase } from '../support/template-database.js';
import type { Me, Person, SignedIn } from './people.js';
import { type Program, startProgram } from './start-program.js';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await cloneDatabase();
  folder = await mkdtemp(join(tmpdir(), 'amends-first-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const file = () => join(folder, 'first-administrator.txt');

/** Starts programs side by side, looks at the first and stops them all. */
async function started<T>(
  env: Record<string, string>,
  look: (program: Program) => Promise<T>,
  programs = 1,
): Promise<T> {
  const given = { DATABASE_URL: database.url, DATA_DIR: folder, ...env };
  const all = await Promise.all(Array.from({ length: programs }, () => startProgram(given)));
  try {
    return await look(all[0] as Program);
  } finally {
    await Promise.all(all.map((program) => program.close()));
  }
}

async function signedIn(program: Program, email: string, password: string) {
  const answer = await program.api().post<SignedIn>('/v1/sessions', { email, password });
  return program.api(expectStatus(201, answer).accessToken);
}

async function told(): Promise<{ email: string; password: string }> {
  const [, email = '', password = ''] =
    /^email: (.+)\npassword: (.+)\n$/.exec(await readFile(file(), 'utf8')) ?? [];
  return { email, password };
}

describe('the first administrator', () => {
  it('is made by the first start, once, with a password that only the owner of the file can read', async () => {
    await started(
      {},
      async (program) => {
        const { email, password } = await told();
        expect(email).toBe('admin@amends.local');
        expect(password).toMatch(/^[A-Za-z0-9_-]{24}$/);
        expect((await stat(file())).mode & 0o777).toBe(0o600);
        const admin = await signedIn(program, email, password);
        expect(expectStatus(200, await admin.get<Me>('/v1/me')).roles).toEqual(['admin']);
        const { items } = expectStatus(200, await admin.get<{ items: Person[] }>('/v1/users'));
        expect(items).toHaveLength(1);
      },
      3,
    );
  });

  it('is left alone by the next start, whatever the variables say', async () => {
    const { email, password } = await told();
    await started({ ADMIN_EMAIL: 'else@house.example', ADMIN_PASSWORD: PASSWORD }, async (program) => {
      const admin = await signedIn(program, email, password);
      const { items } = expectStatus(200, await admin.get<{ items: Person[] }>('/v1/users'));
      expect(items).toHaveLength(1);
    });
  });

  it('may disable themselves, and the next start makes one again', async () => {
    const { email, password } = await told();
    await started({}, async (program) => {
      const admin = await signedIn(program, email, password);
      const { id } = expectStatus(200, await admin.get<Me>('/v1/me'));
      expectStatus(200, await admin.patch(`/v1/users/${id}`, 1, { disabled: true }));
      expectStatus(401, await admin.get('/v1/me'));
    });
    await started({ ADMIN_PASSWORD: PASSWORD }, async (program) => {
      const admin = await signedIn(program, email, PASSWORD);
      const { items } = expectStatus(200, await admin.get<{ items: Person[] }>('/v1/users'));
      expect(items).toMatchObject([{ email, disabled: false, version: 3 }]);
    });
  });
});
