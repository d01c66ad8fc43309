import { dutiesOf, type LetterKind } from './kinds.js';
import type { About } from './templates.js';
import { variableOf, VARIABLES } from './variables.js';

/** What a preview shows where nothing real is there. */
export function examplesOf(kind: LetterKind): Record<string, string | Date> {
  return Object.fromEntries(
    dutiesOf(kind).map(([name]) => {
      const { type, example } = variableOf(name);
      return [name, type === 'date' ? new Date(example) : example];
    }),
  );
}

export function exampleAbout(language: string): About {
  const { reference, complainantName } = VARIABLES;
  return { reference: reference.example, complainantName: complainantName.example, language, zone: 'UTC' };
}
