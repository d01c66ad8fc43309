import { afterEach, expect, it } from '@jest/globals';
import { useTestApp } from '../support/app.js';
import { CAST, PASSWORD } from '../support/cast.js';
import { Program } from '../support/program.js';

const app = useTestApp();
afterEach(() => Program.killAll());

async function demo(environment: Record<string, string>, url = app.baseUrl) {
  const program = new Program(environment, ['node', 'dist/commands/demo.js', '--url', url]);
  return { code: await program.end(), said: program.output };
}

it('a complaint is played to the end, as often as one likes, and its log is told', async () => {
  const who = { ADMIN_EMAIL: CAST.ada.email, AMENDS_PASSWORD: PASSWORD };
  for (const { code, said } of [await demo(who), await demo(who)]) {
    expect(said).toMatch(/^Marta complains/);
    expect(said).toMatch(/complaint\.closed +Marta Kis +how: accepted, state: closed\n$/);
    expect(code).toBe(0);
  }
});

it('nothing is played where nobody can sign in or nobody answers: exit code 2', async () => {
  const nobody = await demo({ ADMIN_EMAIL: CAST.ada.email, AMENDS_PASSWORD: 'not the password' });
  expect(nobody).toMatchObject({ code: 2, said: expect.stringContaining('cannot sign in') });
  const nowhere = await demo({ AMENDS_PASSWORD: PASSWORD }, 'http://127.0.0.1:9');
  expect(nowhere).toMatchObject({ code: 2, said: expect.stringContaining('nobody answers') });
  expect(await demo({ DATA_DIR: '/nowhere' })).toMatchObject({
    code: 2,
    said: expect.stringContaining('AMENDS_PASSWORD'),
  });
});
