import { expect, it } from '@jest/globals';
import { sources } from './sources.js';

it('every file of src is reached from the program or a command', () => {
  const byPath = new Map(sources('src', '.ts').map((file) => [file.path, file]));
  const reached = new Set<string>();
  const reach = (path: string) => {
    const file = byPath.get(path);
    if (!file || reached.has(path)) return;
    reached.add(path);
    file.imports.forEach(reach);
  };
  reach('src/main.ts');
  [...byPath.keys()].filter((path) => path.startsWith('src/commands/')).forEach(reach);
  expect([...byPath.keys()].filter((path) => !reached.has(path))).toEqual([]);
});
