import * as fc from 'fast-check';
import type { Answer, Question } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { Contract } from '../../support/contract.js';
import { type Document, type Placed, placedOperations } from '../../support/document.js';
import { callerOf } from './callers.js';
import { Coverage } from './coverage.js';
import { asCurl } from './curl.js';
import { faultsOf } from './judge.js';
import { type Plan, plansFor } from './plan.js';
import { asSent } from './forms.js';
import { makeComplaints } from './complaints.js';
import { Values } from './values.js';
import { World } from './world.js';

export interface FuzzOptions {
  app: TestApp;
  document: Document;
  contract: Contract;
  /** How many requests are sent at least; every operation is asked in any case. */
  requests: number;
  /** The same seed asks the same questions, but for the ids and times of the answers. */
  seed: number;
  /** Only these operations, by id. */
  only?: readonly string[];
}

export interface FuzzResult {
  coverage: Coverage;
  /** Each with the request as a curl line. */
  failures: string[];
}

/** Requests of one operation in a row, before it is another's turn. */
const ROW = 4;
/** Requests after which some days have passed and there are new complaints; old ones have ended, or are worn out. */
const FRESH = 250;
const MAX_FAILURES = 10;

/** Asks every operation again and again, as everybody, in earnest and not, and judges what is answered. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const { document, only, requests, seed } = options;
  const all = placedOperations(document);
  const placed = all.filter(({ operation }) => !only || only.includes(operation.operationId));
  const coverage = new Coverage(placed);
  const world = new World(document);
  const failures: string[] = [];
  let freshAt = 0;
  const goesOn = (round: number) => coverage.requests < requests || round < placed.length;
  for (let round = 0; goesOn(round) && failures.length < MAX_FAILURES; round += 1) {
    if (coverage.requests >= freshAt) {
      options.app.advance({ days: 3 });
      await makeComplaints(options.app, world, all);
      freshAt = coverage.requests + FRESH;
    }
    const one = placed[round % placed.length];
    if (!one) break;
    const failure = await row(one, { ...options, coverage, world, seed: seed + round });
    if (failure !== null) failures.push(`FUZZ_SEED=${seed}, round ${round}: ${failure}`);
  }
  return { coverage, failures };
}

interface Run extends FuzzOptions {
  coverage: Coverage;
  world: World;
}

/** @returns the smallest request that fails, or null */
async function row(placed: Placed, run: Run): Promise<string | null> {
  const { app, document, world, seed } = run;
  const values = new Values(document, world.values, app.now().getTime());
  const plans = plansFor(placed, document, world, values);
  const answersWell = fc.asyncProperty(plans, (plan) => ask(plan, placed, run));
  const { failed, counterexample, errorInstance, numShrinks } = await fc.check(answersWell, {
    seed,
    numRuns: ROW,
    endOnFailure: false,
  });
  if (!failed) return null;
  const [plan] = counterexample ?? [];
  const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  const curl = plan ? asCurl(placed.method, plan) : '';
  return `${placed.operation.operationId} (made smaller ${numShrinks} times): ${why}\n${curl}`;
}

async function ask(plan: Plan, placed: Placed, { app, document, contract, coverage, world }: Run) {
  const { method, operation } = placed;
  const { path, token } = plan;
  const { body, headers } = asSent(plan);
  const api = await callerOf(app, plan.caller, token, operation);
  const question: Question = { method, path, headers, ...(body === null ? {} : { body }) };
  const answer: Answer = await api.send(question);
  coverage.count(placed, answer.status);
  contract.check(question, answer);
  const faults = faultsOf(plan, placed, answer, { document, contract });
  if (faults.length > 0) {
    throw new Error(`${faults.join('; ')}\n${JSON.stringify(answer.body).slice(0, 2000)}`);
  }
  world.learn(placed, path, answer);
}
