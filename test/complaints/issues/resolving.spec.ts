import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import type { Complaint, Problem } from '../../support/resources.js';
import { attempt, errors, messages, offers, timeline, unmet } from '../steps.js';
import { type Finding, FOUND, Issues } from './issues.js';

const app = useTestApp();
const its = new Issues(app);

const EXPLANATION = { explanation: 'This is what we found.' };
const ROOT_CAUSE = { rootCause: { text: 'Packed without corner guards.' } };

/** A complaint in progress with a point for each finding. */
async function decided(...findings: Finding[]): Promise<Made> {
  const made = await app.make.complaint('in_progress');
  for (const [index, finding] of findings.entries())
    await its.decide(made, await its.add(made, `Point ${String(index + 1)}`), finding);
  return made;
}

const resolve = (made: Made, body: object = {}) =>
  app
    .as('anna')
    .post<Complaint & Problem>(`/v1/complaints/${made.id}/actions/resolve`, { ...EXPLANATION, ...body });

const letterTo = async (made: Made) =>
  (await messages(app, made)).filter(({ kind }) => kind === 'decision').at(-1)?.body ?? '';

describe('resolve', () => {
  it('waits until every point is decided, and names those that are not', async () => {
    const made = await app.make.complaint('in_progress');
    const [one, two] = [await its.add(made), await its.add(made, 'It came late.')];
    const fact = await app.make.fact(made, { standing: 'claimed' });
    const answer = await resolve(made, { final: true });
    expect(unmet(answer)).toEqual(['facts_unsettled', 'issue_undecided', 'not_final_yet']);
    expect(answer.body.unmet?.[1]?.ids).toEqual([one.id, two.id]);
    const offered = (await offers(app, made)).find(({ action }) => action === 'resolve');
    expect(offered?.unmet.map(({ code, ids }) => [code, ids])).toEqual([
      ['facts_unsettled', [fact.id]],
      ['issue_undecided', [one.id, two.id]],
    ]);
    await its.decide(made, two, 'not_upheld');
    expect((await resolve(made, { outcome: 'upheld', ...ROOT_CAUSE })).body.unmet?.[1]?.ids).toEqual([
      one.id,
    ]);
  });

  it.each<[Finding[], Finding, object]>([
    [['upheld', 'upheld'], 'upheld', ROOT_CAUSE],
    [['not_upheld', 'not_upheld'], 'not_upheld', {}],
    [['not_upheld', 'partly_upheld'], 'partly_upheld', ROOT_CAUSE],
    [['upheld', 'not_determined'], 'partly_upheld', ROOT_CAUSE],
    [['not_upheld', 'not_determined'], 'not_determined', { notDeterminedReason: 'evidence_unavailable' }],
  ])('%j makes %s', async (findings, outcome, brings) => {
    const made = await decided(...findings);
    const { resolution, issues } = expectStatus(200, await resolve(made, brings));
    expect(resolution?.outcome).toBe(outcome);
    expect(issues.map((issue) => issue.outcome)).toEqual(findings);
    const entry = (await timeline(app, made)).find(({ type }) => type === 'complaint.resolved');
    expect(entry?.data['outcome']).toBe(outcome);
  });

  it('takes the outcome that follows from the points, and no other', async () => {
    const made = await decided('upheld', 'not_upheld');
    for (const [outcome, brings] of [
      ['upheld', ROOT_CAUSE],
      ['not_upheld', {}],
      ['not_determined', { notDeterminedReason: 'evidence_unavailable' }],
    ] as const) {
      const answer = await resolve(made, { outcome, ...brings });
      expect(errors(answer)).toEqual(['/outcome not_applicable']);
      expect(answer.body.errors?.[0]?.detail).toContain('partly_upheld');
    }
    expect(errors(await resolve(made))).toEqual(['/rootCause required']);
    const reason = { notDeterminedReason: 'evidence_unavailable' };
    expect(errors(await resolve(made, { ...ROOT_CAUSE, ...reason }))).toEqual([
      '/notDeterminedReason not_applicable',
    ]);
    const given = { outcome: 'partly_upheld', ...ROOT_CAUSE };
    expect(expectStatus(200, await resolve(made, given)).resolution?.outcome).toBe('partly_upheld');
  });

  it('asks why nobody can say, where nobody can', async () => {
    const made = await decided('not_determined', 'not_upheld');
    expect(errors(await resolve(made))).toEqual(['/notDeterminedReason required']);
  });

  it('does not count what the customer took back', async () => {
    const made = await decided('not_upheld');
    await its.withdraw(made, await its.add(made));
    const upheld = await its.add(made);
    await its.decide(made, upheld, 'upheld');
    await its.withdraw(made, upheld);
    expect(expectStatus(200, await resolve(made)).resolution?.outcome).toBe('not_upheld');
    expect(await letterTo(made)).not.toContain('2.');
  });

  it('without points is as it was', async () => {
    const made = await app.make.complaint('in_progress');
    expect(errors(await resolve(made))).toEqual(['/outcome required']);
    expect(errors(await resolve(await app.make.complaint()))).toEqual(['/outcome required']);
    expect(expectStatus(200, await resolve(made, { outcome: 'not_upheld' })).issues).toEqual([]);
    expect(await letterTo(made)).toMatch(/^This is what we found\.\n\nStill to come:/);
    expect(await its.tracked(made)).toEqual([]);
  });
});

describe('the customer', () => {
  it('reads each point with what was found about it and why in the decision', async () => {
    const made = await decided('upheld', 'partly_upheld', 'not_upheld', 'not_determined');
    expectStatus(200, await resolve(made, ROOT_CAUSE));
    expect(await letterTo(made)).toMatch(
      new RegExp(
        [
          '^This is what we found\\.',
          '1\\. Point 1\nOn this point, you are right\\. The carrier dropped it\\.',
          '2\\. Point 2\nOn this point, you are right in part\\. One call of two was answered\\.',
          '3\\. Point 3\nOn this point, we do not see it as you do\\. It came on the day that was agreed\\.',
          '4\\. Point 4\nOn this point, it could not be found out\\. The driver does not remember\\.',
          'Still to come:',
        ].join('\n\n'),
      ),
    );
  });

  it('sees what was found when the decision was told, and nothing of the house', async () => {
    const made = await app.make.complaint('in_progress', {
      answerVia: 'phone',
      complainant: { name: 'Marta Kis', phone: '+36 1 234 5678' },
    });
    await its.decide(made, await its.add(made), 'upheld');
    const what = 'The leg is broken.';
    const unknown = [{ what, outcome: null, explanation: null }];
    expect(await its.tracked(made)).toEqual(unknown);
    expectStatus(200, await resolve(made, ROOT_CAUSE));
    expect(await its.tracked(made)).toEqual(unknown);
    const letter = (await messages(app, made)).find(({ kind }) => kind === 'decision');
    const path = `/v1/complaints/${made.id}/messages/${letter?.id ?? ''}/actions/hand-over`;
    expectStatus(200, await app.as('anna').post(path, its.said()));
    const { outcome, explanation } = FOUND.upheld;
    expect(await its.tracked(made)).toEqual([{ what, outcome, explanation }]);
  });

  it('who disagrees has the points decided anew: until they are told, what was found is open', async () => {
    const made = await decided('not_upheld');
    const [issue] = await its.of(made);
    if (!issue) throw new Error('there is no point');
    expectStatus(200, await resolve(made));
    expect(unmet(await its.tell(made, issue, 'decide', FOUND.upheld))).toEqual(['state_not_allowed']);
    expectStatus(200, await attempt(app, made, 'dispute'));
    expect((await its.of(made))[0]).toMatchObject({ state: 'decided', outcome: 'not_upheld' });
    expect(await its.tracked(made)).toEqual([{ what: 'Point 1', outcome: null, explanation: null }]);
    await its.decide(made, issue, 'upheld');
    expect(expectStatus(200, await resolve(made, ROOT_CAUSE)).resolution?.outcome).toBe('upheld');
    expect(await its.tracked(made)).toMatchObject([{ outcome: 'upheld' }]);
  });
});
