import type { ReadMail } from '../../../communications/mail-in/reading/mail.js';
import { fold } from '../../../kernel/fold.js';

/** Short words that stand in nearly every letter of a language and in few of another, folded as they are compared. */
const SHORT_WORDS: Record<string, readonly string[]> = {
  en: ['the', 'and', 'you', 'your', 'have', 'was', 'with', 'that', 'for', 'not', 'my', 'this'],
  hu: ['es', 'hogy', 'nem', 'az', 'egy', 'meg', 'kerem', 'tisztelt', 'udvozlettel', 'volt', 'mert', 'csak'],
  de: ['und', 'die', 'der', 'das', 'nicht', 'ich', 'sie', 'ist', 'mit', 'wir', 'ein', 'sehr'],
  fr: ['les', 'des', 'vous', 'je', 'nous', 'est', 'pas', 'une', 'pour', 'que', 'bonjour', 'mon'],
  bg: ['и', 'не', 'че', 'за', 'на', 'съм', 'от', 'се', 'да', 'здравеите', 'моля', 'ми'],
};
/** So many are needed to tell. */
const ENOUGH = 3;
const LOOKED_AT = 4000;

/** The language that a mail says it is in, or seems to be; undefined where it cannot be told. */
export function languageOf({ language, text }: Pick<ReadMail, 'language' | 'text'>): string | undefined {
  if (language !== null) return language;
  const words = fold((text ?? '').slice(0, LOOKED_AT)).split(' ');
  const counts = Object.entries(SHORT_WORDS).map(
    ([name, short]) => [name, words.filter((word) => short.includes(word)).length] as const,
  );
  const [best, second] = counts.sort(([, a], [, b]) => b - a);
  return best && best[1] >= ENOUGH && best[1] > (second?.[1] ?? 0) ? best[0] : undefined;
}
