import { expect, test } from '@jest/globals';
import { Writable } from 'node:stream';
import { describeError } from '../../../src/platform/logging/describe-error.js';
import { createLog } from '../../../src/platform/logging/log.js';
import { NestLog } from '../../../src/platform/logging/nest-log.js';

/** The lines that a log writes while the work runs. */
function linesOf(work: (log: NestLog) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  const to = new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) });
  work(new NestLog(createLog('trace', to)));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('a line is JSON with its level in words and its time in UTC', () => {
  const [line] = linesOf((log) => log.warn('Slow', 'Sealer'));
  expect(line).toMatchObject({ level: 'warn', msg: 'Slow', context: 'Sealer', service: 'amends' });
  expect(line?.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test('an object becomes the fields of its line, without secrets', () => {
  const [line] = linesOf((log) =>
    log.error({ msg: 'failed', requestId: 'r1', password: 'x', token: 'y' }, 'Http'),
  );
  expect(line).toMatchObject({ msg: 'failed', requestId: 'r1', context: 'Http' });
  expect(JSON.stringify(line)).not.toMatch(/password|token/);
});

test('what Nest says of each module at start is for those who debug', () => {
  const lines = linesOf((log) => log.log('AppModule dependencies initialized', 'InstanceLoader'));
  expect(lines).toMatchObject([{ level: 'debug' }]);
});

test('an error of the database is described without the values it quotes', () => {
  const error = Object.assign(new Error('invalid input syntax: "Marta Kis"'), {
    code: '22P02',
    table: 'users',
    detail: 'Key (email)=(m@x)',
  });
  const described = describeError(error);
  expect(described).toMatchObject({ type: 'Error', code: '22P02', table: 'users' });
  expect(JSON.stringify(described)).not.toMatch(/Marta|m@x/);
  expect(described.stack).toMatch(/^ {4}at /);
});

test('an error of a parser is described without the text, any other with its message', () => {
  expect(describeError(new SyntaxError('Unexpected token in Marta'))).not.toHaveProperty('message');
  expect(describeError(new TypeError('x is no function'))).toMatchObject({
    type: 'TypeError',
    message: 'x is no function',
  });
  expect(describeError('thrown text')).toEqual({ type: 'string' });
});
