import type { InputCode } from '../../kernel/refusal.js';
import { parse, render, type Texts } from './engine.js';
import { type Duty, dutiesOf, type LetterKind } from './kinds.js';
import { variableOf, type VariableName } from './variables.js';

/**
 * A template is tried with every choice and with every variable that can be empty once full and once empty. Nothing
 * else decides what a letter says, so what is there in all of these is there in every letter.
 */

type Tried = { code: InputCode; detail: string };

/** What the body leaves out, and what it says too often. */
export function broken(kind: LetterKind, body: string): Tried[] {
  const parsed = parse(body.replace(MARKS, ' '));
  const missing = new Set<VariableName>();
  const repeated = new Set<VariableName>();
  try {
    for (const texts of circumstances(kind)) {
      const letter = render(parsed, texts);
      for (const [name, duty] of dutiesOf(kind)) {
        const times = texts[name] ? letter.split(markOf(name)).length - 1 : 0;
        if (duty !== 'may' && texts[name] && times === 0) missing.add(name);
        if (times > 1 && variableOf(name).type === 'words') repeated.add(name);
      }
    }
  } catch {
    return [{ code: 'is_template', detail: 'costs more than a letter may' }];
  }
  return [
    ...[...missing].map((name): Tried => ({
      code: 'missing_variable',
      detail: `does not always say ${name}`,
    })),
    ...[...repeated].map((name): Tried => ({ code: 'repeated', detail: `says ${name} more than once` })),
  ];
}

/** Of the private use area: no filter changes them, and the trial takes those of the template itself away. */
const MARKS = /[\uE000-\uF8FF]/g;

function markOf(name: VariableName): string {
  return `\uE000${name.replace(/[a-z]/gi, (letter) => String.fromCharCode(0xe100 + letter.charCodeAt(0)))}\uE001`;
}

function circumstances(kind: LetterKind): Texts[] {
  return dutiesOf(kind).reduce<Texts[]>(
    (all, [name, duty]) =>
      all.flatMap((texts) => valuesOf(name, duty).map((value) => ({ ...texts, [name]: value }))),
    [{}],
  );
}

function valuesOf(name: VariableName, duty: Duty): (string | null)[] {
  const { choices } = variableOf(name);
  if (choices) return [...choices];
  return duty === 'must' ? [markOf(name)] : [markOf(name), null];
}
