import { describe, expect, it } from '@jest/globals';
import { type Source, sources } from './sources.js';

const HERE = 'test/tidy/words.spec.ts';
const src = sources('src', '.ts');
const tests = sources('test', '.ts', '.js').filter((file) => file.path !== HERE);
const migrations = sources('migrations', '.sql', '.ts');
const all = [...src, ...tests, ...migrations];

describe('nothing', () => {
  it('is left for later', () => {
    expect(found(all, /\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });

  it('tells the type checker or the linter to be quiet', () => {
    expect(found(all, /eslint-disable|@ts-(ignore|expect-error|nocheck)|prettier-ignore/)).toEqual([]);
    expect(found(all, /(:|\bas|<|,|\|)\s*any\b(?![ -][a-z])/)).toEqual([]);
  });

  it('knots modules together', () => {
    expect(found(src, /\bforwardRef\b/)).toEqual([]);
  });

  it('but the clock asks for the time', () => {
    const others = src.filter((file) => file.path !== 'src/kernel/clock.ts');
    expect(found(others, /new Date\(\)|Date\.now\(|Temporal\.Now\b/)).toEqual([]);
  });

  // The embedded database is handed the environment as a whole, without what would move it.
  it('but the start reads the environment', () => {
    const start = /^src\/(main\.ts|commands\/|platform\/database\/embedded\/cluster\.ts)/;
    const others = src.filter((file) => !start.test(file.path));
    expect(found(others, /\bprocess\.env\b/)).toEqual([]);
  });

  it('reads a time of the database without its zone', () => {
    expect(found(migrations, /\btimestamp\b(?!tz)|\bvarchar\b|\bchar\(/i)).toEqual([]);
  });
});

describe('a test', () => {
  it('is neither skipped nor alone', () => {
    expect(found(tests, /\b(describe|it|test)\.(only|skip|todo|failing)\b|\b[xf](it|describe)\(/)).toEqual(
      [],
    );
  });

  it('has a title that says what is so', () => {
    expect(found(tests, /\b(it|test|describe)(\.each\(.*\))?\(\s*['"`].*\bshould\b/)).toEqual([]);
  });
});

function found(files: Source[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    file.lines.flatMap((line, index) =>
      pattern.test(line) ? [`${file.path}:${index + 1} ${line.trim()}`] : [],
    ),
  );
}
