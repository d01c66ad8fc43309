/** What ends a line, steers a terminal, or turns the direction of what follows it. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Text of a person as a header can hold it: one line, nothing hidden in it, not longer than so many characters. */
export function oneLine(text: string, max: number): string {
  const line = text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= max ? line : `${characters.slice(0, max - 1).join('')}…`;
}
