import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { CLIENT_EXAMPLES } from '../../src/documentation/guides/client-examples.js';
import { REFINE_PROVIDER, REFINE_VERSION } from '../../src/documentation/guides/refine-provider.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { CAST, PASSWORD } from '../support/cast.js';

const app = useTestApp();
let provider: Provider;

beforeAll(async () => {
  const credentials = { email: CAST.anna.email, password: PASSWORD };
  const session = expectStatus(201, await app.anonymous.post<Session>('/v1/sessions', credentials));
  provider = (await loadProvider()).amendsProvider(app.baseUrl, () => session.accessToken);
});

describe('the data provider that the page shows', () => {
  it('turns the pages of a list, forward and straight to a later one', async () => {
    for (const externalId of ['page-1', 'page-2', 'page-3']) {
      await app.make.complaint('received', { externalId, tags: ['pages'] });
    }
    const list = (currentPage: number) =>
      provider.getList({
        resource: 'complaints',
        pagination: { currentPage, pageSize: 2 },
        filters: [{ field: 'tag', operator: 'eq', value: 'pages' }],
        sorters: [{ field: 'receivedAt', order: 'desc' }],
      });
    const second = await list(2);
    const first = await list(1);
    const ids = [...first.data, ...second.data].map((complaint) => complaint.externalId);
    expect(ids).toEqual(['page-3', 'page-2', 'page-1']);
    expect([first.total, second.total]).toEqual([3, 3]);
    expect(await list(3)).toMatchObject({ data: [] });
  });

  it('saves what was read, and is refused where somebody else was faster', async () => {
    const { id } = await app.make.complaint('received');
    const form = { resource: 'complaints', id };
    await provider.getOne(form);
    const saved = await provider.update({ ...form, variables: { subject: 'A bed' } });
    expect(saved.data.subject).toBe('A bed');
    expectStatus(200, await app.as('ben').patch(`/v1/complaints/${id}`, 2, { subject: 'A broken bed' }));
    const stale = provider.update({ ...form, variables: { subject: 'The bed' } });
    await expect(stale).rejects.toMatchObject({ statusCode: 412 });
  });

  it('takes an action by making one, and tells what is missing', async () => {
    const { id } = await app.make.complaint('received');
    const resource = `complaints/${id}/actions/acknowledge`;
    const made = await provider.create({ resource, variables: { message: 'We are sorry.' } });
    expect(made.data.state).toBe('acknowledged');
    const again = provider.create({ resource, variables: { message: 'We are sorry.' } });
    await expect(again).rejects.toMatchObject({ statusCode: 409 });
  });

  it('hands each error of a form to its field', async () => {
    const wrong = provider.create({
      resource: 'complaints',
      variables: { channel: 'pigeon', answerVia: 'x' },
    });
    await expect(wrong).rejects.toMatchObject({
      statusCode: 400,
      errors: { channel: expect.anything(), description: expect.anything() },
    });
  });

  it('refuses a filter that the API does not know, and to delete', async () => {
    const filters = [{ field: 'level', operator: 'gt', value: 1 }];
    await expect(provider.getList({ resource: 'complaints', filters })).rejects.toThrow('no filter gt');
    await expect(provider.deleteOne({ resource: 'complaints', id: '1' })).rejects.toThrow(
      'Nothing is deleted',
    );
  });
});

describe('the page', () => {
  it('names the versions that are tried', () => {
    const tools = JSON.parse(readFileSync('test/contract/tools/package.json', 'utf8')) as Tools;
    for (const { package: name, version } of CLIENT_EXAMPLES)
      expect(tools.devDependencies[name]).toBe(version);
    expect(tools.devDependencies['@refinedev/core']).toBe(REFINE_VERSION);
  });
});

interface Session {
  accessToken: string;
}

interface Tools {
  devDependencies: Record<string, string>;
}

/** As much of refine's own type as the tests use; `npm run contract` holds the provider against the whole. */
interface Provider {
  getList: (request: object) => Promise<{ data: Record<string, unknown>[]; total: number }>;
  getOne: (request: object) => Promise<{ data: Record<string, unknown> }>;
  create: (request: object) => Promise<{ data: Record<string, unknown> }>;
  update: (request: object) => Promise<{ data: Record<string, unknown> }>;
  deleteOne: (request: object) => Promise<unknown>;
}

interface ProviderModule {
  amendsProvider: (api: string, token: () => string) => Provider;
}

/** The text of the page, as a module. */
async function loadProvider(): Promise<ProviderModule> {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(REFINE_PROVIDER, { compilerOptions });
  const address = `data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`;
  return (await import(address)) as ProviderModule;
}
