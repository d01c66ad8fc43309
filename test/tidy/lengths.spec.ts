import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { type Source, sources } from './sources.js';

const src = sources('src', '.ts');
const all = [...src, ...sources('test', '.ts', '.js'), ...sources('migrations', '.sql', '.ts')];

/** `path lines` of each file that may be long for now. The list may only shrink, and so may the figures. */
const longFiles = new Map(
  readFileSync('test/tidy/long-files.txt', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): [string, number] => [line.split(' ')[0] ?? '', Number(line.split(' ')[1])]),
);

describe('a file', () => {
  it('has under 300 lines', () => {
    expect(all.filter((file) => file.lines.length >= 300).map(counted)).toEqual([]);
  });

  it('has under 200 lines unless the list of long files names it', () => {
    const long = all.filter((file) => file.lines.length > (longFiles.get(file.path) ?? 199));
    expect(long.map(counted)).toEqual([]);
  });

  it('leaves the list of long files as soon as it is short', () => {
    const short = [...longFiles.keys()].filter((path) => {
      const file = all.find((one) => one.path === path);
      return !file || file.lines.length < 200;
    });
    expect(short).toEqual([]);
  });

  it('of src has under 80 lines in the middle of them all', () => {
    const lengths = src.map((file) => file.lines.length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80);
  });

  it('has lines of at most 120 characters', () => {
    const wide = all.flatMap((file) =>
      file.lines.flatMap((line, index) => (line.length > 120 ? [`${file.path}:${index + 1}`] : [])),
    );
    expect(wide).toEqual([]);
  });
});

describe('a function', () => {
  it('has under 70 lines', () => {
    expect(all.filter((file) => file.path.endsWith('.ts')).flatMap(longFunctions)).toEqual([]);
  });
});

describe('a folder', () => {
  it('has under 1,200 lines, without its subfolders', () => {
    const folders = new Map<string, number>();
    for (const file of src) {
      folders.set(dirname(file.path), (folders.get(dirname(file.path)) ?? 0) + file.lines.length);
    }
    expect([...folders].filter(([, lines]) => lines >= 1200)).toEqual([]);
  });
});

function counted(file: Source): string {
  return `${file.path} ${file.lines.length}`;
}

function longFunctions(file: Source): string[] {
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2023, true);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && !isSuite(node)) {
      const first = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
      const last = tree.getLineAndCharacterOfPosition(node.end).line;
      if (last - first + 1 >= 70) found.push(`${file.path}:${first + 1} ${last - first + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The function that a `describe` is given is a chapter of tests, no function to be read in one go. */
function isSuite(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());
}
