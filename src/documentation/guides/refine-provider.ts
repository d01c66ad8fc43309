/** The version of `@refinedev/core` whose types the provider is held against. */
export const REFINE_VERSION = '5.0.12';

/**
 * A data provider for refine (https://refine.dev), as text: the page shows it, `npm run contract` compiles it, and a
 * test lists, reads, writes and is refused through it.
 */
export const REFINE_PROVIDER = `import type { CrudFilters, CrudSort, DataProvider, HttpError } from '@refinedev/core';

interface Page {
  items: object[];
  nextCursor: string | null;
}

/** A resource is a path below /v1: complaints, users, complaints/<id>/facts, complaints/<id>/actions/acknowledge. */
export function amendsProvider(api: string, token: () => string): DataProvider {
  /** The version of what a form shows: saved over a later one, it is refused with 412. */
  const etags = new Map<string, string>();
  /** Where each page of a list begins. Lists are read forward, from one cursor to the next. */
  const cursors = new Map<string, string>();

  async function send(method: string, path: string, body?: unknown, extra?: Record<string, string>) {
    const headers = { Authorization: 'Bearer ' + token(), 'Content-Type': 'application/json', ...extra };
    const answer = await fetch(api + '/v1/' + path, {
      method,
      headers: body === undefined ? { Authorization: headers.Authorization } : headers,
      body: JSON.stringify(body),
    });
    const data = await answer.json();
    if (!answer.ok) throw refusal(data);
    const etag = answer.headers.get('ETag');
    if (etag) etags.set(path, etag);
    return data;
  }

  async function page(list: string, number: number): Promise<Page> {
    if (number === 1) return begin(list);
    const name = list + ' ' + number;
    const cursor = cursors.get(name) ?? (await page(list, number - 1)).nextCursor;
    if (cursor === null) return { items: [], nextCursor: null };
    cursors.set(name, cursor);
    return send('GET', list + '&cursor=' + encodeURIComponent(cursor));
  }

  /** A list that is read from its beginning has changed, or another reads it: its places are found anew. */
  async function begin(list: string): Promise<Page> {
    for (const name of cursors.keys()) if (name.startsWith(list + ' ')) cursors.delete(name);
    return send('GET', list);
  }

  return {
    getApiUrl: () => api,
    getOne: async ({ resource, id }) => ({ data: await send('GET', resource + '/' + id) }),
    getList: async ({ resource, pagination, filters, sorters }) => {
      const { currentPage = 1, pageSize = 25 } = pagination ?? {};
      const query = new URLSearchParams({ limit: String(pageSize), ...sort(sorters), ...conditions(filters) });
      const { items, nextCursor } = await page(resource + '?' + query, currentPage);
      // Lists are not counted: as long as there is more, one more is known of.
      const total = (currentPage - 1) * pageSize + items.length + (nextCursor === null ? 0 : 1);
      return { data: items as never[], total };
    },
    // The key lets fetch or a proxy send the same again without doing it twice.
    create: async ({ resource, variables }) => {
      return { data: await send('POST', resource, variables, { 'Idempotency-Key': crypto.randomUUID() }) };
    },
    update: async ({ resource, id, variables }) => {
      const path = resource + '/' + id;
      if (!etags.has(path)) await send('GET', path);
      return { data: await send('PATCH', path, variables, { 'If-Match': etags.get(path) ?? '' }) };
    },
    deleteOne: () => Promise.reject(new Error('Nothing is deleted here: a complaint is withdrawn or declined.')),
  };
}

function sort([first]: CrudSort[] = []): Record<string, string> {
  return first ? { sort: (first.order === 'desc' ? '-' : '') + first.field } : {};
}

/** What the API filters by is equal or one of several; anything else is refused rather than ignored. */
function conditions(filters: CrudFilters = []): Record<string, string> {
  return Object.fromEntries(
    filters.map((filter) => {
      if (filter.operator !== 'eq' && filter.operator !== 'in') throw new Error('no filter ' + filter.operator);
      return [filter.field, String(filter.value)];
    }),
  );
}

/** A 400 names each wrong property by its pointer, /subject; a 409 names what is missing first. */
function refusal(problem: Refusal): HttpError {
  const fields = problem.errors?.map((error) => [error.pointer?.slice(1) ?? error.parameter, error.detail]);
  const unmet = problem.unmet?.map((need) => need.detail).join('; ');
  return { message: unmet ?? problem.detail, statusCode: problem.status, errors: Object.fromEntries(fields ?? []) };
}

interface Refusal {
  status: number;
  detail: string;
  errors?: { pointer?: string; parameter?: string; detail: string }[];
  unmet?: { detail: string }[];
}
`;
