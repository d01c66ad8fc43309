import type { EndpointSpec } from '../../platform/http/endpoint.decorator.js';
import { PageQuery } from '../../platform/http/page-query.js';
import type { Tree } from './tree.js';
import {
  NewTreeNodeBody,
  TreeNodeChangesBody,
  TreeNodeDto,
  TreeNodeVersionDto,
  TreeQuery,
} from './tree.dto.js';

const WORDS = {
  cause: { One: 'Cause', Many: 'Causes', one: 'a cause', many: 'causes' },
  category: { One: 'Category', Many: 'Categories', one: 'a category', many: 'categories' },
} as const;

/** The routes of one tree. They differ in words only. */
export function treeEndpoints(tree: Tree) {
  const { One, Many, one, many } = WORDS[tree];
  const reading = { method: 'GET', tag: many, permission: `${tree}:read` } as const;
  const writing = { tag: many, permission: `${tree}:write`, answers: TreeNodeDto, etag: true } as const;
  return {
    create: {
      ...writing,
      method: 'POST',
      path: '',
      operationId: `create${One}`,
      summary: `Add ${one}`,
      description: 'As a root, or below another one; at most eight deep.',
      status: 201,
      body: NewTreeNodeBody,
      location: true,
      refuses: ['name_taken'],
    },
    list: {
      ...reading,
      path: '',
      operationId: `list${Many}`,
      summary: `List ${many}`,
      description: 'Oldest first, retired ones included unless the filter says otherwise.',
      query: TreeQuery,
      answers: TreeNodeDto,
      list: true,
    },
    get: {
      ...reading,
      path: ':id',
      operationId: `get${One}`,
      summary: `Read ${one}`,
      description: 'Retired ones stay readable, and stay where they were chosen.',
      answers: TreeNodeDto,
      etag: true,
    },
    change: {
      ...writing,
      method: 'PATCH',
      path: ':id',
      operationId: `update${One}`,
      summary: `Rename, move, retire or bring back ${one}`,
      description:
        'What stands below moves along and gets new versions too, because its path changes. Retiring retires nothing ' +
        'else, but what stands below cannot be chosen either until it is brought back.',
      body: TreeNodeChangesBody,
      refuses: ['name_taken'],
    },
    versions: {
      ...reading,
      path: ':id/versions',
      operationId: `list${One}Versions`,
      summary: `List the versions of ${one}`,
      description: 'Oldest first, the present one last: its earlier names and places, read from the log.',
      query: PageQuery,
      answers: TreeNodeVersionDto,
      list: true,
    },
  } satisfies Record<string, EndpointSpec>;
}
