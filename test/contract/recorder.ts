import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';
import type { Example } from '../../src/platform/openapi/examples/examples.js';
import { type Answer, type Api, expectStatus, type Question } from '../support/api.js';
import type { TestApp } from '../support/app.js';
import { CAST, type CastName } from '../support/cast.js';
import { FORM_HEADERS, formBody } from '../support/form.js';
import { FixedValues } from './fixed-values.js';
import type { Form, Step } from './story/step.js';
import { BEGINNING } from './story/story.js';

/** Between two steps, because times are shown to the minute. */
const MINUTE = 60_000;
/** A body beyond this many characters is not shown. */
const LONGEST_BODY = 5000;

/** Runs a story against the program and writes down what was asked and answered, in values that are always the same. */
export class Recorder {
  private readonly kept: Record<string, unknown> = {};
  private readonly fixed: FixedValues;
  private moment = Date.parse(BEGINNING) - MINUTE;

  private constructor(
    private readonly app: TestApp,
    private readonly document: OpenAPIObject,
    entriesBefore: number,
  ) {
    this.fixed = new FixedValues(app.baseUrl, entriesBefore);
  }

  static async record(app: TestApp, story: readonly Step[]): Promise<Example[]> {
    const response = await fetch(new URL('/openapi.json', app.baseUrl));
    await app.settle();
    const [log] = await app.database.read<{ entries: number }>(
      'SELECT count(*)::int AS entries FROM entry_positions',
    );
    const recorder = new Recorder(app, (await response.json()) as OpenAPIObject, log?.entries ?? 0);
    await recorder.knowTheCast();
    const examples: Example[] = [];
    for (const step of story) {
      const example = await recorder.take(step);
      if (!step.quiet) examples.push(example);
    }
    return examples;
  }

  /** The cast was there before the story. */
  private async knowTheCast(): Promise<void> {
    const { body } = await this.app.as('ada').get<{ items: Record<string, string>[] }>('/v1/users?limit=100');
    for (const { createdAt = '', updatedAt = '' } of body.items) {
      this.fixed.replace(createdAt, '2026-11-02T08:00:00.000Z');
      this.fixed.replace(updatedAt, '2026-11-02T08:00:00.000Z');
    }
  }

  private async take(step: Step): Promise<Example> {
    this.moment = step.at === undefined ? this.moment + MINUTE : Date.parse(step.at);
    this.app.advance({ seconds: (this.moment - this.app.now().getTime()) / 1000 });
    // What subscribers do, and the positions of entries, is there before the next step; so is who takes it.
    if (isOfCast(step.as)) expectStatus(200, await this.app.as(step.as).get('/v1/me'));
    await this.app.settle();
    await step.meanwhile?.(this.app);
    const request = this.filled({
      params: step.params,
      query: step.query,
      headers: step.headers,
      body: step.form ? shownForm(step.form) : step.body,
    });
    const asked = this.questionOf(step.operation, request);
    const question = step.form ? { ...asked, ...sentForm(step.form) } : asked;
    let answer = await this.callerOf(step).send(question);
    for (let again = 1; again < (step.times ?? 1); again += 1)
      answer = await this.callerOf(step).send(question);
    expectAnswered(step, answer);
    this.fixed.learn(answer.body);
    if (step.keep) this.kept[step.keep] = step.keeps?.(answer.body) ?? answer.body;
    return this.exampleOf(step, request, answer);
  }

  private callerOf({ as }: Step): Api {
    if (as === 'nobody') return this.app.anonymous;
    return isOfCast(as) ? this.app.as(as) : this.app.withToken(this.filled(as));
  }

  private questionOf(operationId: string, { params, query, headers, body }: Example['request']): Question {
    const [method, path] = routeOf(this.document, operationId);
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? '');
    const search = new URLSearchParams(
      Object.entries(query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
    );
    return { method, path: query ? `${filled}?${search.toString()}` : filled, body, headers };
  }

  private exampleOf(step: Step, request: Example['request'], { status, headers, body }: Answer): Example {
    const { operation, says, shows = (whole) => whole, refused } = step;
    const type = headers.get('content-type')?.split(';')[0];
    const told = ['ETag', 'Location', 'Link'].flatMap((name) => {
      // Of what is not shown whole the version says nothing.
      const value = step.shows ? null : headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    const tooLong = JSON.stringify(request.body ?? '').length > LONGEST_BODY;
    return this.fixed.of({
      operation,
      name: refused ?? step.name ?? operation,
      summary: says,
      request: withoutAbsent({ ...request, body: tooLong ? undefined : request.body }),
      answer: withoutAbsent({
        status,
        type,
        headers: told.length > 0 ? Object.fromEntries(told) : undefined,
        body: body === null ? undefined : shows(body),
      }),
    });
  }

  /** The value with `{bed.id}` and its like replaced by what was kept. */
  private filled<T>(value: T): T {
    const text = JSON.stringify(value, (_, one: unknown) =>
      typeof one === 'string'
        ? one.replace(/\{([\w.]+)\}/g, (_whole, path: string) => String(this.keptAt(path)))
        : one,
    );
    return JSON.parse(text) as T;
  }

  private keptAt(path: string): unknown {
    const value = path
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], this.kept);
    if (value === undefined) throw new Error(`no step before has kept ${path}`);
    return value;
  }
}

function expectAnswered({ operation, says, refused }: Step, { status, body }: Answer): void {
  const code = status < 400 ? undefined : (body as { code?: string }).code;
  if (code === refused) return;
  throw new Error(`${operation} (${says}) answered ${status}: ${JSON.stringify(body, null, 2)}`);
}

function routeOf(document: OpenAPIObject, operationId: string): [method: string, path: string] {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item) as [string, OperationObject][]) {
      if (operation.operationId === operationId) return [method.toUpperCase(), path];
    }
  }
  throw new Error(`there is no operation ${operationId}`);
}

function withoutAbsent<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

/** As the document shows a form: what stands in it, without its bytes. */
function shownForm({ file, ...fields }: Form): object {
  return { ...fields, file: file.map(({ name }) => `(the bytes of ${name})`) };
}

function sentForm({ file, ...fields }: Form): Pick<Question, 'body' | 'headers'> {
  const files = file.map(({ content, repeat = 1, ...one }) => ({ ...one, content: content.repeat(repeat) }));
  return { body: formBody(files, fields), headers: FORM_HEADERS };
}

function isOfCast(who: Step['as']): who is CastName {
  return who in CAST;
}
