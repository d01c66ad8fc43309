import { html, type SafeHtml } from './html.js';
import { type Section, sectionsOf } from './outline.js';
import type { Page, Site } from './page.js';

/** A place in the documentation where all words were found. */
export interface Hit {
  href: string;
  /** The page, and below it the heading. */
  title: string;
  /** A piece of the text around the first word, each word marked. */
  excerpt: SafeHtml;
}

interface Place {
  page: Page;
  href: string;
  section: Section;
  /** What is searched, folded: the title of the page, the heading, the text. */
  title: string;
  heading: string;
  text: string;
}

/** So many places are answered; the length of the question bounds its words. */
export const MAX_HITS = 50;
/** The characters of an excerpt before and after the first word. */
const BEFORE = 70;
const AFTER = 170;

/** The text of all pages, cut at their headings, ready to be searched. */
export class SearchIndex {
  private readonly places: readonly Place[];

  constructor(site: Site) {
    const pages = site.pages.filter(({ repeats }) => repeats !== true);
    this.places = pages.flatMap((page) => placesOf(page, site));
  }

  /** The places where every word occurs, also as a part of a word: first those whose titles hold them. */
  find(question: string): Hit[] {
    const words = wordsOf(question);
    if (words.length === 0) return [];
    return this.places
      .map((place) => ({ place, weight: weigh(place, words) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MAX_HITS)
      .map(({ place }) => hit(place, words));
  }
}

function placesOf(page: Page, site: Site): Place[] {
  return sectionsOf(page.body(site)).map((section) => {
    const above = section.level === 0 ? { ...section, text: `${page.purpose} ${section.text}` } : section;
    return {
      page,
      href: site.href(page.path, section.level === 0 ? undefined : section.id),
      section: above,
      title: section.level === 0 ? fold(page.title) : '',
      heading: fold(above.title),
      text: fold(above.text),
    };
  });
}

function wordsOf(question: string): string[] {
  const words = fold(question)
    .split(/\s+/)
    .filter((word) => word !== '');
  return [...new Set(words)];
}

/** 0 where a word is missing. A title counts more than a heading, a heading more than the text, a whole word most. */
function weigh({ title, heading, text }: Place, words: readonly string[]): number {
  const weights = words.map(
    (word) => 60 * occurs(title, word) + 20 * occurs(heading, word) + Math.min(6, occurs(text, word)),
  );
  return weights.includes(0) ? 0 : weights.reduce((sum, weight) => sum + weight, 0);
}

/** 0, 1 for a part of a word, 2 for a whole one. */
function occurs(text: string, word: string): number {
  let at = text.indexOf(word);
  if (at < 0) return 0;
  for (; at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return 2;
  }
  return 1;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function hit({ page, href, section, text }: Place, words: readonly string[]): Hit {
  const first = Math.min(...words.map((word) => text.indexOf(word)).filter((at) => at >= 0), text.length);
  const start = first === text.length ? 0 : startOfWord(section.text, first - BEFORE);
  const end = endOfWord(section.text, start + BEFORE + AFTER);
  return {
    href,
    title: section.title === '' ? page.title : `${page.title}: ${section.title}`,
    excerpt: html`${start > 0 ? '… ' : ''}${marked(section.text.slice(start, end), words)}${
      end < section.text.length ? ' …' : ''
    }`,
  };
}

function startOfWord(text: string, at: number): number {
  return at <= 0 ? 0 : text.indexOf(' ', at) + 1;
}

function endOfWord(text: string, at: number): number {
  return at >= text.length ? text.length : text.lastIndexOf(' ', at);
}

/** The text with each occurrence of a word marked, the longest word first. */
function marked(text: string, words: readonly string[]): SafeHtml[] {
  const folded = fold(text);
  const longest = [...words].sort((a, b) => b.length - a.length);
  const parts: SafeHtml[] = [];
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const word = longest.find((one) => folded.startsWith(one, at));
    if (word === undefined) continue;
    parts.push(html`${text.slice(done, at)}<mark>${text.slice(at, at + word.length)}</mark>`);
    done = at + word.length;
    at = done - 1;
  }
  return [...parts, html`${text.slice(done)}`];
}

/** Small letters without accents, character for character, so that places in both texts are the same. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, at) => foldOne(text.charAt(at))).join('');
}

function foldOne(character: string): string {
  return character < '\x80'
    ? character.toLowerCase()
    : (character.normalize('NFKD')[0] ?? character).toLowerCase().charAt(0);
}
