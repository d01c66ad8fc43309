import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

it('the map in src/README.md names every folder of src', () => {
  const map = readFileSync('src/README.md', 'utf8');
  const folders = readdirSync('src', { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${join(entry.parentPath, entry.name).replace(/^src\//, '')}/`);
  expect(folders.filter((folder) => !map.includes(folder))).toEqual([]);
});
