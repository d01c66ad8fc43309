import { isDate } from '../../../kernel/business-time/civil.js';
import { DURATION } from '../../../kernel/duration.js';
import type { InputCode } from '../../../kernel/refusal.js';
import { field, type FieldOptions } from './field.js';
import { matching, type Rule } from './rules.js';

/** A moment: RFC 3339 in UTC with Z, whole or with up to three decimals of a second; stays text in the DTO. */
export function Time(
  description: string,
  options: { when?: 'past' | 'future' } & FieldOptions = {},
): PropertyDecorator {
  const { when } = options;
  const schema = { type: 'string', format: 'date-time', pattern: FORM.source, maxLength: 24 };
  const said = when ? `${description} ${SIDE[when]}` : description;
  return field(said, { rule: time, when }, schema, { example: '2026-11-20T09:00:00.000Z', ...options });
}

/**
 * A length of time: a duration of RFC 3339, appendix A (weeks stand alone), in whole numbers; stays text in the DTO.
 * How long it may be is left to a `Check`.
 */
export function Duration(description: string, options: FieldOptions = {}): PropertyDecorator {
  const schema = { type: 'string', format: 'duration', pattern: DURATION.source, maxLength: DURATION_MAX };
  const rule = matching(DURATION, 'pattern', DURATION_MAX);
  return field(description, { rule }, schema, { example: 'P14D', ...options });
}

/** Refuses other offsets, years beyond 0001 to 9999, and dates and hours that do not exist. */
export const time: Rule = (value) => {
  if (typeof value !== 'string' || !FORM.test(value)) return 'is_time';
  const moment = new Date(value);
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value.slice(0, 19));
  return exists ? null : 'is_time';
};

/** A date on the wall, such as 2026-12-25; stays text in the DTO. */
export function CalendarDate(description: string, options: FieldOptions = {}): PropertyDecorator {
  const schema = { type: 'string', format: 'date', pattern: DATE.source, minLength: 10, maxLength: 10 };
  return field(description, { rule: date }, schema, { example: '2026-12-25', ...options });
}

/** Refuses dates that do not exist, and years beyond 0001 to 9999. */
export const date: Rule = (value) => (typeof value === 'string' && isDate(value) ? null : 'is_date');

/** Whether a time lies on the wrong side of now. */
export function misplaced(value: string, when: 'past' | 'future', now: Date): InputCode | null {
  const distance = Date.parse(value) - now.getTime();
  if (when === 'past') return distance > 0 ? 'max' : null;
  return distance < 0 ? 'min' : null;
}

const FORM = /^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,3})?Z$/;
const DURATION_MAX = 50;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const SIDE = { past: 'Not in the future.', future: 'Not in the past.' };
