/** A closed list of words, as the glossary shows it. */
export interface List {
  /** The anchor of the list. */
  id: string;
  heading: string;
  intro: string;
  /** What the anchors of its words begin with. */
  prefix: string;
  words: Readonly<Record<string, string>>;
}
