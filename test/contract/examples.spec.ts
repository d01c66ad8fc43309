import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Example } from '../../src/platform/openapi/examples/examples.js';
import { useTestApp } from '../support/app.js';
import { operations } from '../support/operations.js';
import { differences } from './differences.js';
import { Recorder } from './recorder.js';
import { STORY } from './story/story.js';

const FILE = 'src/platform/openapi/examples/examples.json';

const app = useTestApp();
let recorded: Example[];
let committed: Example[];

beforeAll(async () => {
  recorded = await Recorder.record(app, STORY);
  if (process.env.UPDATE_PINS) writeFileSync(FILE, `${JSON.stringify(recorded, null, 2)}\n`);
  committed = JSON.parse(readFileSync(FILE, 'utf8')) as Example[];
}, 240_000);

// The document shows what stands in the file; this is what the program really answers.
describe('the examples of the document', () => {
  it('are what is asked and answered', () => {
    expect(differences(recorded, committed)).toEqual([]);
  });

  it('show every operation', async () => {
    const shown = new Set(recorded.filter(({ answer }) => answer.status < 300).map((one) => one.operation));
    const all = await operations(app.baseUrl);
    expect(all.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  it('have a name of their own within their operation', () => {
    const names = recorded.map(({ operation, name }) => `${operation} ${name}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('hold no value of this run', () => {
    const text = JSON.stringify(recorded);
    expect(text).not.toContain(app.baseUrl);
    const times = text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
    expect(times.filter((time) => !time.endsWith(':00.000Z'))).toEqual([]);
  });
});

describe('an altered example', () => {
  const alter = (change: (examples: Example[]) => void) => {
    const altered = structuredClone(committed);
    change(altered);
    return differences(recorded, altered);
  };

  it('is found at its place', () => {
    const found = alter((examples) => {
      const receipt = examples.find(({ name }) => name === 'public')?.answer.body as { state: string };
      receipt.state = 'closed';
    });
    expect(found).toEqual(['receiveComplaint public/answer/body/state is "received", not "closed"']);
  });

  it('is found wherever it is altered', () => {
    fc.assert(
      fc.property(fc.nat(committed.length - 1), fc.nat(), (index, pick) => {
        const places = leaves(committed[index]);
        const path = places[pick % places.length] ?? [];
        expect(alter((examples) => set(examples[index], path))).toHaveLength(path[0] === 'name' ? 2 : 1);
      }),
    );
  });

  it('is found where it is left out, and where there is one too many', () => {
    expect(alter((examples) => examples.splice(3, 1))).toHaveLength(1);
    const [first] = structuredClone(recorded);
    const found = alter((examples) => first && examples.push({ ...first, name: 'another' }));
    expect(found).toEqual([`${first?.operation ?? ''} another is not in the story`]);
  });
});

/** The paths of all values that hold no others. */
function leaves(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return path[0] === 'operation' ? [] : [path];
  return Object.entries(value).flatMap(([name, one]) => leaves(one, [...path, name]));
}

function set(example: unknown, path: readonly string[]): void {
  const at = path
    .slice(0, -1)
    .reduce<unknown>((holder, name) => (holder as Record<string, unknown>)[name], example);
  (at as Record<string, unknown>)[path.at(-1) ?? ''] = { altered: true };
}
