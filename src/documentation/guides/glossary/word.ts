/** A word that is used with a meaning of its own. The key is its anchor: `glossary#tracking-token`. */
export interface Word {
  word: string;
  /** Markdown of `prose`, with links: `[owner](glossary#owner)`. */
  meaning: string;
}
