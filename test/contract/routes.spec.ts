import { beforeAll, expect, it } from '@jest/globals';
import { useTestApp } from '../support/app.js';
import { type Document, placedOperations, publishedDocument } from '../support/document.js';

const app = useTestApp();

let document: Document;
let mounted: string[];
beforeAll(async () => {
  document = await publishedDocument(app.baseUrl);
  mounted = routesIn(app.printedRoutes());
});

it('every route that the server has is documented', () => {
  expect(mounted.filter((route) => !documented().includes(route))).toEqual([]);
});

it('every route that is documented is one of the server', () => {
  expect(documented().filter((route) => !mounted.includes(route))).toEqual([]);
  expect(mounted.length).toBeGreaterThan(50);
});

it('the tree that the server prints is read as it stands', () => {
  const tree = [
    '└── / (GET, HEAD)',
    '    ├── v1/beds (GET, HEAD, POST)',
    '    │   └── /:id (GET, HEAD)',
    '    │       └── /actions/shake (POST)',
    '    └── health (GET, HEAD)',
  ];
  expect(routesIn(tree.join('\n'))).toEqual([
    'GET /',
    'GET /v1/beds',
    'POST /v1/beds',
    'GET /v1/beds/:id',
    'POST /v1/beds/:id/actions/shake',
    'GET /health',
  ]);
});

/** `GET /v1/complaints/:id`, as the server writes it. */
function documented(): string[] {
  return placedOperations(document).map(
    ({ method, path }) => `${method} ${path.replace(/\{([^}]+)\}/g, ':$1')}`,
  );
}

/**
 * The routes in the tree that the server prints, where each line stands four columns further in than the one that it
 * continues: `    └── /:id (GET, HEAD)`. A HEAD comes with each GET by itself.
 */
function routesIn(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const found = /^(.*?)(?:├|└)── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line);
    if (!found) return [];
    const [, indent = '', part = '', methods = ''] = found;
    const depth = indent.length / 4;
    above.length = depth;
    above.push(part);
    const path = above.join('').replace(/\/{2,}/g, '/');
    return methods
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => `${method} ${path}`);
  });
}
