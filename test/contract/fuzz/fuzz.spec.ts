import { beforeAll, expect, it } from '@jest/globals';
import { useTestApp } from '../../support/app.js';
import { Contract } from '../../support/contract.js';
import { copyOf, type Document, publishedDocument } from '../../support/document.js';
import { fuzz } from './fuzzer.js';

const app = useTestApp();

/** A short run in the suite, always with the same seed; `npm run fuzz` runs longer, with a new seed each time. */
const long = process.env.FUZZ === '1';
const requests = Number(process.env.FUZZ_REQUESTS ?? (long ? 3000 : 240));
const seed = Number(process.env.FUZZ_SEED ?? (long ? Math.floor(Math.random() * 2 ** 31) : 20_261_120));

let document: Document;
let contract: Contract;
beforeAll(async () => {
  document = await publishedDocument(app.baseUrl);
  contract = new Contract(document);
});

it('whatever is asked is answered as the document says', async () => {
  const begin = performance.now();
  const { coverage, failures } = await fuzz({ app, document, contract, requests, seed });
  const seconds = Math.round((performance.now() - begin) / 1000);
  if (long) process.stdout.write(`\nseed ${seed}, ${seconds} s: ${coverage.report()}\n`);
  expect(failures.join('\n\n')).toBe('');
  expect(coverage.unasked).toEqual([]);
  expect(coverage.requests).toBeGreaterThanOrEqual(requests);
}, 3_600_000);

it('a refusal that the document does not name is found, with the smallest request that provokes it', async () => {
  const altered = copyOf(document);
  delete altered.paths['/v1/complaints/{id}/facts']?.post?.responses[400];
  const only = ['recordFact'];
  const run = { app, document, contract: new Contract(altered), requests: 40, seed: 1, only };
  const { failures } = await fuzz(run);
  expect(failures[0]).toContain('recordFact does not document 400');
  expect(failures[0]).toContain('curl -i -X POST');
});
