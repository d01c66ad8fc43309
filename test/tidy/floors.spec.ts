import { describe, expect, it } from '@jest/globals';
import { floorOf, roomOf } from './floors.js';
import { type Source, sources } from './sources.js';

const files = sources('src', '.ts');
const byPath = new Map(files.map((file) => [file.path, file]));

/** Every import between two files of `src`. */
const links = files.flatMap((file) =>
  file.imports.filter((path) => path.startsWith('src/')).map((path) => ({ from: file.path, to: path })),
);
const written = (link: { from: string; to: string }) => `${link.from} → ${link.to}`;

describe('the floors', () => {
  it('hold every folder', () => {
    expect(files.map((file) => file.path).filter((path) => floorOf(path) === undefined)).toEqual([]);
  });

  it('import downward only, never from a sibling', () => {
    const upward = links.filter(
      ({ from, to }) => roomOf(from) !== roomOf(to) && (floorOf(to) ?? 0) >= (floorOf(from) ?? 0),
    );
    expect(upward.map(written)).toEqual([]);
  });

  it('import only what exists, and nothing of the tests', () => {
    const astray = files.flatMap((file) =>
      file.imports
        .filter(
          (path) => path.includes('/') && /^(src|test|migrations|\.\.)\//.test(path) && !byPath.has(path),
        )
        .map((path) => written({ from: file.path, to: path })),
    );
    expect(astray).toEqual([]);
  });

  it('have no circle, types included', () => {
    expect(circles()).toEqual([]);
  });

  it('keep the kernel free of frameworks and of input and output', () => {
    const allowed = /^(src\/|uuid$|temporal-polyfill$|node:crypto$)/;
    const foreign = files
      .filter((file) => roomOf(file.path) === 'kernel')
      .flatMap((file) =>
        file.imports.filter((name) => !allowed.test(name)).map((name) => `${file.path}: ${name}`),
      );
    expect(foreign).toEqual([]);
  });

  it('have no file that only passes on what others export', () => {
    const barrels = files.filter((file) => {
      const code = file.text.replace(/\/\*[^]*?\*\/|\/\/.*/g, '').trim();
      return (
        code !== '' && code.replace(/export\s+(type\s+)?(\*|\{[^}]*\})[^;]*from[^;]*;/g, '').trim() === ''
      );
    });
    expect(barrels.map((file) => file.path)).toEqual([]);
  });
});

describe('what a feature shows', () => {
  it('is never its controller: only the module beside it imports one', () => {
    const used = links.filter(
      ({ from, to }) =>
        to.endsWith('.controller.ts') && !(from.endsWith('.module.ts') && roomOf(from) === roomOf(to)),
    );
    expect(used.map(written)).toEqual([]);
  });

  it('is a DTO only to a DTO', () => {
    const used = links.filter(
      ({ from, to }) => to.endsWith('.dto.ts') && roomOf(from) !== roomOf(to) && !from.endsWith('.dto.ts'),
    );
    expect(used.map(written)).toEqual([]);
  });
});

/** Each circle once, as the path around it. */
function circles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: Source, trail: string[]) => {
    const at = trail.indexOf(file.path);
    if (at >= 0) {
      found.push([...trail.slice(at), file.path].join(' → '));
      return;
    }
    if (done.has(file.path)) return;
    for (const path of file.imports) {
      const next = byPath.get(path);
      if (next) visit(next, [...trail, file.path]);
    }
    done.add(file.path);
  };
  for (const file of files) visit(file, []);
  return found;
}

describe('the program that checks evidence', () => {
  it('has nothing of the server in it but the kernel', () => {
    const ours = /^src\/(kernel\/|commands\/verify(\/|\.ts$))/;
    const reached = new Set<string>();
    const reach = (path: string) => {
      if (reached.has(path)) return;
      reached.add(path);
      byPath.get(path)?.imports.forEach(reach);
    };
    reach('src/commands/verify.ts');
    const foreign = [...reached].filter((path) => path.startsWith('src/') && !ours.test(path));
    expect(foreign).toEqual([]);
    expect(reached.has('src/kernel/proofs/signed-note.ts')).toBe(true);
  });
});
