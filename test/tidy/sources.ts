import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** A file of the project as the tidy tests read it. Paths are relative to the top folder: `src/kernel/clock.ts`. */
export interface Source {
  path: string;
  text: string;
  lines: string[];
  /** What it imports, types and dynamic imports too: a path of the project, or the name of a package. */
  imports: string[];
}

/** All files below a folder whose names end so. */
export function sources(folder: string, ...endings: string[]): Source[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .filter((entry) => !/\/(node_modules|dist)(\/|$)/.test(entry.parentPath))
    .map((entry) => read(join(entry.parentPath, entry.name)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What a generator wrote is nobody's to tidy: to these tests it is empty. */
const GENERATED = ['src/commands/client/contract.ts'];

function read(path: string): Source {
  const text = GENERATED.includes(path) ? '' : readFileSync(path, 'utf8');
  const imports = path.endsWith('.ts') ? importsOf(path, text) : [];
  return { path, text, lines: text.replace(/\n$/, '').split('\n'), imports };
}

function importsOf(path: string, text: string): string[] {
  const names = ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
  return [...new Set(names)].map((name) =>
    name.startsWith('.') ? normalize(join(dirname(path), name)).replace(/\.js$/, '.ts') : name,
  );
}
