import { describe, expect, test } from '@jest/globals';
import { ForbiddenException, PayloadTooLargeException } from '@nestjs/common';
import { notFound } from '../../../src/kernel/refusal.js';
import { refusalOf } from '../../../src/platform/http/refusal-of.js';

const withCode = (code: string) => Object.assign(new Error('some words'), { code });

test('a refusal stays what it is', () => {
  const refusal = notFound();
  expect(refusalOf(refusal)).toBe(refusal);
});

describe('what passes by itself is 503', () => {
  test.each(['55P03', '57014', '57P01', '40001', '40P01', '08006', '53300', 'ECONNREFUSED', 'ECONNRESET'])(
    '%s',
    (code) => {
      expect(refusalOf(withCode(code))?.code).toBe('unavailable');
    },
  );

  test.each([
    'timeout exceeded when trying to connect',
    'Query read timeout',
    'Connection terminated unexpectedly',
  ])('%s', (message) => {
    expect(refusalOf(new Error(message))?.code).toBe('unavailable');
  });
});

test.each(['22021', '23505', '42P01', 'ENOENT'])('%s is a fault of our own', (code) => {
  expect(refusalOf(withCode(code))).toBeNull();
});

test('errors of Nest keep their status, but not their words', () => {
  expect(refusalOf(new ForbiddenException('Forbidden resource'))).toMatchObject({
    code: 'forbidden',
    status: 403,
  });
  expect(refusalOf(new PayloadTooLargeException('FST_ERR'))).toMatchObject({ code: 'too_large' });
  expect(refusalOf(new ForbiddenException('Forbidden resource'))?.detail).not.toContain('resource');
});

test.each([undefined, null, 'text', 7, {}, { statusCode: 400 }])(
  '%p thrown is a fault of our own',
  (thrown) => {
    expect(refusalOf(thrown)).toBeNull();
  },
);
