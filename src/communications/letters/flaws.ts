import { TypeGuards, type Token, type Value } from 'liquidjs';
import type { InputCode } from '../../kernel/refusal.js';
import {
  BODY_MAX,
  expressionsIn,
  FILTERS,
  OPERATORS,
  parseLeniently,
  SUBJECT_MAX,
  TAGS,
  tagNamesIn,
} from './engine.js';
import { dutiesOf, kindOf, type LetterKind } from './kinds.js';
import { broken } from './trial.js';
import { isVariable, variableOf, type VariableName } from './variables.js';

/** What is wrong with a template, all at once: what is refused here does not have to be when a letter is written. */
export interface Flaw {
  at: '/subject' | '/body';
  code: InputCode;
  detail: string;
}

interface Source {
  subject: string | null;
  body: string;
}

export function templateFlaws(kind: LetterKind, { subject, body }: Source): Flaw[] {
  const names = dutiesOf(kind).map(([name]) => name);
  const inBody = looked(body, BODY_MAX, names).map((flaw) => ({ at: '/body' as const, ...flaw }));
  const tried =
    inBody.length > 0 ? [] : broken(kind, body).map((flaw) => ({ at: '/body' as const, ...flaw }));
  return [...subjectFlaws(kind, subject, names), ...inBody, ...tried];
}

type Found = Omit<Flaw, 'at'>;

function subjectFlaws(kind: LetterKind, subject: string | null, names: VariableName[]): Flaw[] {
  const at = '/subject';
  if (kindOf(kind).part) {
    const detail = 'has no place in what is put into other letters';
    return subject === null ? [] : [{ at, code: 'not_applicable', detail }];
  }
  if (subject === null) return [{ at, code: 'required', detail: 'is missing: a letter has a subject' }];
  if (/[\r\n]/.test(subject)) return [{ at, code: 'pattern', detail: 'must be one line' }];
  const short = names.filter((name) => variableOf(name).type !== 'words');
  const words = names.filter((name) => !short.includes(name));
  return looked(subject, SUBJECT_MAX, names, words).map((flaw) => ({ at, ...flaw }));
}

/** @param elsewhere variables that have no place here */
function looked(source: string, max: number, names: VariableName[], elsewhere: VariableName[] = []): Found[] {
  if (Array.from(source).length > max)
    return [{ code: 'max_length', detail: `is longer than ${max} characters` }];
  try {
    const tags = unique(tagNamesIn(source)).filter((name) => !isOneOf(TAGS, name));
    if (tags.length > 0) return tags.map(unknownTag);
    return uniqueFlaws(
      expressionsIn(parseLeniently(source)).flatMap((one) => ofExpression(one, names, elsewhere)),
    );
  } catch (error) {
    return [{ code: 'is_template', detail: `cannot be read: ${firstLine(error)}` }];
  }
}

function unknownTag(name: string): Found {
  return { code: 'unknown_tag', detail: `has the tag ${name}; there are ${TAGS.join(', ')}` };
}

function ofExpression(value: Value, names: VariableName[], elsewhere: VariableName[]): Found[] {
  const { postfix } = value.initial;
  const args = value.filters.flatMap(({ args }) => args.flat()).filter((arg) => typeof arg === 'object');
  const filters = value.filters
    .filter(({ name }) => !isOneOf(FILTERS, name))
    .map(({ name }): Found => ({
      code: 'unknown_filter',
      detail: `has the filter ${name}; there are ${FILTERS.join(', ')}`,
    }));
  const tokens = [...postfix, ...args].flatMap((token) => ofToken(token, names, elsewhere));
  return [...filters, ...tokens, ...(tokens.length > 0 ? [] : comparisons(postfix))];
}

function ofToken(token: Token, names: VariableName[], elsewhere: VariableName[]): Found[] {
  const text = token.getText();
  if (TypeGuards.isOperatorToken(token))
    return isOneOf(OPERATORS, token.operator)
      ? []
      : [unreadable(text, `compared with ${OPERATORS.join(', ')}`)];
  if (TypeGuards.isPropertyAccessToken(token)) {
    const name = nameOf(token);
    if (name === null) return [unreadable(text, 'variables, which have no parts')];
    if (!isVariable(name) || !names.includes(name))
      return [{ code: 'unknown_variable', detail: `names ${name}; this kind has ${names.join(', ')}` }];
    return elsewhere.includes(name)
      ? [{ code: 'not_applicable', detail: `names ${name}, which is as long as somebody made it` }]
      : [];
  }
  const plain = [TypeGuards.isQuotedToken, TypeGuards.isNumberToken, TypeGuards.isLiteralToken];
  return plain.some((is) => is(token)) ? [] : [unreadable(text, 'variables, texts and numbers')];
}

/** The name of a plain variable; null where it is part of something. */
function nameOf({ variable, props }: { variable?: unknown; props: Token[] }): string | null {
  const [only, ...more] = props;
  if (variable !== undefined || more.length > 0 || only === undefined) return null;
  return TypeGuards.isWordToken(only) ? only.content : null;
}

/**
 * Only a choice is compared, and only with what it can be: so a letter depends on nothing but which values there are,
 * and all its forms can be tried.
 */
function comparisons(postfix: readonly Token[]): Found[] {
  const found: Found[] = [];
  const stack: (Token | null)[] = [];
  for (const token of postfix) {
    if (!TypeGuards.isOperatorToken(token)) {
      stack.push(token);
      continue;
    }
    const right = stack.pop() ?? null;
    const left = token.operator === 'not' ? null : (stack.pop() ?? null);
    const compares = token.operator === '==' || token.operator === '!=';
    if (compares && !isChoice(left, right) && !isChoice(right, left))
      found.push(unreadable(token.operator, 'a choice and one of its values in quotation marks'));
    stack.push(null);
  }
  return stack.length === 1 ? found : [...found, unreadable('', 'one value, or values joined by and, or')];
}

function isChoice(variable: Token | null, value: Token | null): boolean {
  if (!TypeGuards.isPropertyAccessToken(variable) || !TypeGuards.isQuotedToken(value)) return false;
  const name = nameOf(variable);
  return name !== null && isVariable(name) && (variableOf(name).choices ?? []).includes(value.content);
}

function unreadable(what: string, expected: string): Found {
  return { code: 'is_template', detail: `has ${what || 'an expression'} where letters have ${expected}` };
}

function uniqueFlaws(flaws: Found[]): Found[] {
  return [...new Map(flaws.map((flaw) => [`${flaw.code} ${flaw.detail}`, flaw])).values()];
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}

function isOneOf(list: readonly string[], word: string): boolean {
  return list.includes(word);
}

function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : '').split('\n');
  return line;
}
