/**
 * A generator of clients, and the lines that use what it makes. `npm run contract` runs it, and compiles them as they
 * stand.
 */
export interface ClientExample {
  /** The anchor, and the name of the folder that it is tried in. */
  id: string;
  /** The package on npm, and the version that is tried. */
  package: string;
  version: string;
  /** What there is to know about it, in Markdown. */
  about: string;
  /** What is typed after its name; `openapi.json` lies in the same folder. */
  options: string;
  /** A file that it reads. */
  config?: { file: string; text: string };
  code: string;
}

export const CLIENT_EXAMPLES: readonly ClientExample[] = [
  {
    id: 'openapi-typescript',
    package: 'openapi-typescript',
    version: '7.13.0',
    about:
      'Makes types only; the small `openapi-fetch` does the asking. Our own commands and tests speak ' +
      'to the API through it. `querySerializer` writes lists in a query with commas.',
    options: 'openapi.json --output amends.ts',
    code: `import createClient from 'openapi-fetch';
import type { paths } from './amends.js';

export async function acknowledgeNext(baseUrl: string, token: string) {
  const querySerializer = { array: { style: 'form', explode: false } } as const;
  const amends = createClient<paths>({ baseUrl, querySerializer, headers: { Authorization: 'Bearer ' + token } });
  const query = { state: ['received' as const], sort: 'due' as const, limit: 1 };
  const list = await amends.GET('/v1/complaints', { params: { query } });
  if (list.error) throw new Error(list.error.code + ': ' + list.error.detail);
  const [next] = list.data.items;
  if (!next) return undefined;
  const params = { path: { id: next.id }, header: { 'If-Match': '"' + next.version + '"' } };
  const body = { message: 'We are sorry for the trouble. We look into it today.' };
  const { data, error } = await amends.POST('/v1/complaints/{id}/actions/acknowledge', { params, body });
  if (error) throw new Error(error.code + ': ' + error.detail);
  return data.state;
}
`,
  },
  {
    id: 'hey-api',
    package: '@hey-api/openapi-ts',
    version: '0.95.0',
    about: 'Makes a function for each operation. Its newer versions ask for a newer Node than 20.',
    options: '--input openapi.json --output amends --silent --no-log-file',
    code: `import { client } from './amends/client.gen.js';
import { acknowledgeComplaint, listComplaints } from './amends/index.js';

export async function acknowledgeNext(baseUrl: string, token: string) {
  client.setConfig({ baseUrl, auth: token });
  const list = await listComplaints({ query: { state: ['received'], sort: 'due', limit: 1 } });
  if (list.error) throw new Error(list.error.code + ': ' + list.error.detail);
  const [next] = list.data.items;
  if (!next) return undefined;
  const headers = { 'If-Match': '"' + next.version + '"' };
  const body = { message: 'We are sorry for the trouble. We look into it today.' };
  const { data, error } = await acknowledgeComplaint({ path: { id: next.id }, headers, body });
  if (error) throw new Error(error.code + ': ' + error.detail);
  return data.state;
}
`,
  },
  {
    id: 'swagger-typescript-api',
    package: 'swagger-typescript-api',
    version: '13.13.0',
    about:
      'Makes a class with a method for each operation, in one file. A refusal is thrown, with the ' +
      'problem as `error`. It repeats a parameter that is a list, which the API refuses: give one ' +
      'value, or `open`.',
    options: 'generate --path openapi.json --output . --name amends.ts --enum-style union --silent',
    code: `import { Api } from './amends.js';

export async function acknowledgeNext(baseUrl: string, token: string) {
  const securityWorker = () => ({ headers: { Authorization: 'Bearer ' + token } });
  const amends = new Api({ baseUrl, securityWorker });
  const list = await amends.v1.listComplaints({ state: ['received'], sort: 'due', limit: 1 });
  const [next] = list.data.items;
  if (!next) return undefined;
  const body = { message: 'We are sorry for the trouble. We look into it today.' };
  const answer = await amends.v1.acknowledgeComplaint(next.id, body, {
    headers: { 'If-Match': '"' + next.version + '"' },
  });
  return answer.data.state;
}
`,
  },
  {
    id: 'orval',
    package: 'orval',
    version: '7.13.2',
    about:
      'Makes functions over `fetch`, or hooks for React Query, Vue Query and others. Every ' +
      'documented status is a case of its own in the type of the answer. The address of the API ' +
      'stands in its configuration.',
    options: '--config orval.config.cjs',
    config: {
      file: 'orval.config.cjs',
      text: `const output = {
  target: 'amends.ts',
  client: 'fetch',
  baseUrl: 'http://localhost:3000',
  override: { fetch: { explode: false } },
};

module.exports = { amends: { input: 'openapi.json', output } };
`,
    },
    code: `import { acknowledgeComplaint, listComplaints } from './amends.js';

export async function acknowledgeNext(token: string) {
  const Authorization = 'Bearer ' + token;
  const query = { state: ['received' as const], sort: 'due' as const, limit: 1 };
  const list = await listComplaints(query, { headers: { Authorization } });
  if (list.status !== 200) throw new Error(list.data.code + ': ' + list.data.detail);
  const [next] = list.data.items;
  if (!next) return undefined;
  const headers = { Authorization, 'If-Match': '"' + next.version + '"' };
  const body = { message: 'We are sorry for the trouble. We look into it today.' };
  const answer = await acknowledgeComplaint(next.id, body, { headers });
  if (answer.status !== 200) throw new Error(answer.data.code + ': ' + answer.data.detail);
  return answer.data.state;
}
`,
  },
];
