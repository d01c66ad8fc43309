import { describe, expect, it } from '@jest/globals';
import {
  actionRefused,
  INPUT_CODES,
  inputError,
  invalid,
  notFound,
  PROBLEMS,
  Refusal,
} from '../../src/kernel/refusal.js';

describe('a refusal', () => {
  it('has the status of its code', () => {
    expect(new Refusal('version_mismatch', 'Read it again.').status).toBe(412);
    expect(notFound().status).toBe(404);
  });

  it('is an error whose message is the detail', () => {
    expect(notFound()).toBeInstanceOf(Error);
    expect(notFound().message).toBe(notFound().detail);
  });
});

describe('a refused input', () => {
  it('names everything that is wrong at once', () => {
    const errors = [inputError('/channel', 'is_enum'), inputError('/complainant/email', 'is_email')];
    const refusal = invalid(errors);
    expect(refusal.code).toBe('validation_failed');
    expect(refusal.members.errors).toEqual(errors);
    expect(refusal.detail).toBe('2 things are wrong with the request.');
  });

  it('counts a single error as one', () => {
    expect(invalid([inputError('', 'required')]).detail).toBe('One thing is wrong with the request.');
  });

  it('speaks the words of its code unless given others', () => {
    expect(inputError('/limit', 'max').detail).toBe(INPUT_CODES.max);
    expect(inputError('/limit', 'max', 'is over 100').detail).toBe('is over 100');
  });
});

describe('a refused action', () => {
  it('says how many things it needs, which, and where the case stands', () => {
    const unmet = [
      { code: 'breach_unanswered', detail: 'A broken promise is unanswered.', ids: ['b1'] },
      { code: 'action_open', detail: 'An agreed action is open.' },
    ];
    const refusal = actionRefused('resolve', unmet, 'in_progress');
    expect(refusal.status).toBe(409);
    expect(refusal.detail).toBe('resolve needs 2 more things');
    expect(refusal.members).toEqual({ unmet, state: 'in_progress' });
  });

  it('counts one thing as one', () => {
    expect(actionRefused('close', [{ code: 'notice_required', detail: '' }], 'resolved').detail).toBe(
      'close needs 1 more thing',
    );
  });
});

describe('the codes', () => {
  const codes = [...Object.keys(PROBLEMS), ...Object.keys(INPUT_CODES)];

  it('are snake_case', () => {
    expect(codes.filter((code) => !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  it('of problems stand for errors only', () => {
    expect(Object.values(PROBLEMS).filter(({ status }) => status < 400 || status > 599)).toEqual([]);
  });
});
