import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Question } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { Contract } from '../support/contract.js';
import type { Complaint } from '../support/resources.js';

const app = useTestApp();
const question: Question = { method: 'GET', path: '/v1/complaints/1' };
let contract: Contract;
let answer: Answer<Complaint>;

beforeAll(async () => {
  contract = await Contract.of(app.baseUrl);
  const made = await app.make.complaint('in_progress');
  answer = await app.as('anna').get<Complaint>(`/v1/complaints/${made.id}`);
});

const broken = (change: Partial<Answer>) => () => contract.check(question, { ...answer, ...change });

// Every test that asks the API holds the answer against the document; this one sees that it would notice.
describe('the published document', () => {
  it('describes what is answered', () => {
    expect(broken({})).not.toThrow();
  });

  it('describes every field', () => {
    expect(broken({ body: { ...answer.body, secret: 1 } })).toThrow('must NOT have additional properties');
    expect(broken({ body: { ...answer.body, owner: { ...answer.body.owner, secret: 1 } } })).toThrow(
      '/owner',
    );
  });

  it('has no field that may be missing, and no word of a list that is not listed', () => {
    const { level: _level, ...body } = answer.body;
    expect(broken({ body })).toThrow("must have required property 'level'");
    expect(broken({ body: { ...answer.body, state: 'lost' } })).toThrow('/state');
  });

  it('names every status and content type', () => {
    expect(broken({ status: 418 })).toThrow('does not document 418');
    expect(broken({ headers: new Headers({ 'content-type': 'text/html' }) })).toThrow(
      'documents no text/html',
    );
  });

  it('describes the problem on a path that is none', async () => {
    const lost = await app.anonymous.get('/v1/nowhere');
    expect(lost.status).toBe(404);
    expect(() => contract.check({ ...question, path: '/v1/nowhere' }, { ...lost, body: {} })).toThrow(
      'problem',
    );
  });
});
