import { fold } from '../../kernel/fold.js';

/** So many words say what a complaint is about, and more would cost more than they tell. */
const MOST_WORDS = 8;
/** With fewer words all of them have to be found. */
const FEWEST_TO_MISS_ONE = 4;
/** Shorter ones are in every complaint. */
const SHORTEST = 3;
/** Where there is no subject, the description begins with what it is about. */
const BEGINNING = 200;

/**
 * What is asked of the words of other complaints: that they have those of this one's subject, or all but one of them.
 * @returns a `tsquery`, or null where there are too few words to tell anything
 */
export function similarWords(subject: string | null, description: string): string | null {
  const words = wordsOf(subject ?? '');
  const told = words.length > 1 ? words : wordsOf(description.slice(0, BEGINNING));
  if (told.length < 2) return null;
  if (told.length < FEWEST_TO_MISS_ONE) return told.join(' & ');
  return told.map((left) => `(${told.filter((word) => word !== left).join(' & ')})`).join(' | ');
}

/** Folded words are of letters and figures only, so that they mean nothing else to the database. */
function wordsOf(text: string): string[] {
  const words = fold(text)
    .split(' ')
    .filter((word) => word.length >= SHORTEST);
  return [...new Set(words)].slice(0, MOST_WORDS);
}
