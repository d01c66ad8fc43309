import { describe, expect, it } from '@jest/globals';
import { AppModule } from '../../../src/app.module.js';
import { LISTED, OF_PATH, shownBy } from '../../../src/audit/access-records/shown.js';
import { fieldsOf } from '../../../src/platform/http/fields/field.js';
import { readConfig } from '../../../src/platform/config.js';
import { PERSONAL_DATA } from '../../../src/privacy/personal-data.js';
import { routesOf } from '../../access/endpoints.js';

const routes = routesOf(AppModule.forRoot(readConfig({}), { url: '', poolRole: null }));
const reads = routes.filter(({ method }) => method === 'GET');

describe('every operation that reads', () => {
  it('says what it shows', () => {
    const unknown = reads.filter(({ operationId, permission }) => !shownBy(operationId, permission));
    expect(unknown.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('shows personal data where its answer has a field that the map of personal data names', () => {
    const silent = reads
      .filter(({ operationId, permission }) => shownBy(operationId, permission) === 'house')
      .filter(({ answers }) => [...fieldsOf(answers ?? class {}).keys()].some((name) => PERSONAL.has(name)));
    // What a webhook is described by is the house's.
    expect(silent.map(({ operationId }) => operationId)).toEqual(['listWebhooks', 'getWebhook']);
  });

  it('names what its path says', () => {
    const unnamed = reads
      .filter(({ operationId, permission }) => shownBy(operationId, permission) === 'personal')
      .map(({ route }) => /\/([a-z-]+)\/:/.exec(route)?.[1])
      .filter((word) => word !== undefined && !(word in OF_PATH));
    // A link that was signed says nothing to whoever cannot check it.
    expect(unnamed).toEqual(['downloads']);
  });

  it('names what its list shows where the path names nothing', () => {
    const silent = reads
      .filter(({ operationId, permission }) => shownBy(operationId, permission) === 'personal')
      .filter(({ list, route, operationId }) => list && !route.includes(':') && !(operationId in LISTED));
    expect(silent.map(({ operationId }) => operationId)).toEqual([]);
  });
});

describe('every list that is said to name others', () => {
  it('is one, and has the field that names them', () => {
    for (const [operationId, { at }] of Object.entries(LISTED)) {
      const spec = reads.find((route) => route.operationId === operationId);
      expect(spec?.list).toBe(true);
      expect([...fieldsOf(spec?.answers ?? class {}).keys()]).toContain(at);
    }
  });
});

/** What the house gives to its own things too: they tell nothing of a person by themselves. */
const COMMON = ['name', 'role', 'value', 'note', 'key', 'what', 'cause', 'subject', 'body'];

/** The personal columns of persons and complaints, as the API calls its fields. */
const PERSONAL = new Set(
  Object.values(PERSONAL_DATA)
    .filter(({ of }) => of !== undefined)
    .flatMap(({ personal = {} }) => Object.keys(personal))
    .map((column) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()))
    .filter((field) => !COMMON.includes(field)),
);
