import { Logger } from '@nestjs/common';
import { lookUp } from '../../platform/http/languages.js';
import { BUILT_IN, LAST_LANGUAGE } from '../built-in/built-in.js';
import { writtenOut } from './dates.js';
import { type Parsed, parse, render, type Texts } from './engine.js';
import type { LetterKind, OwnValuesOf } from './kinds.js';
import { variableOf, type VariableName } from './variables.js';

/** By which template a letter was written. Version 0 comes with the program. */
export interface TemplateUsed {
  kind: LetterKind;
  language: string;
  version: number;
}

export interface WrittenLetter {
  subject: string;
  body: string;
  template: TemplateUsed;
}

/** A template, ready to write with. */
export interface ReadyTemplate extends TemplateUsed {
  subject: Parsed | null;
  body: Parsed;
}

/** What every letter is about. */
export interface About {
  reference: string;
  complainantName: string | null;
  /** Of whoever reads it. */
  language: string;
  /** Where days begin and end: an IANA name. */
  zone: string;
}

/** No header of a mail needs more. */
const SUBJECT_MAX = 300;

const logger = new Logger('Templates');

/** @throws LiquidError where it is no template: what is published was looked through before */
export function ready(used: TemplateUsed, subject: string | null, body: string): ReadyTemplate {
  const { kind, language, version } = used;
  return { kind, language, version, subject: subject === null ? null : parse(subject), body: parse(body) };
}

/** The templates of the house at one moment. They write letters from memory, and never fail to. */
export class Templates {
  private readonly published: ReadonlyMap<string, ReadyTemplate>;
  private readonly languages: ReadonlyMap<LetterKind, string[]>;

  constructor(published: readonly ReadyTemplate[]) {
    this.published = new Map(published.map((one) => [keyOf(one.kind, one.language), one]));
    const languages = new Map<LetterKind, string[]>();
    for (const { kind, language } of published)
      languages.set(kind, [...(languages.get(kind) ?? []), language]);
    this.languages = languages;
  }

  /** In the language of the reader or the nearest there is: `hu-HU`, then `hu`, then `en`. */
  write<K extends LetterKind>(kind: K, about: About, values: OwnValuesOf<K>): WrittenLetter {
    const template = this.nearest(kind, about.language);
    try {
      return written(template, about, values);
    } catch (error) {
      const { language, version } = template;
      logger.error({
        msg: 'a template failed, a built-in one was taken',
        err: error,
        kind,
        language,
        version,
      });
      return written(builtIn(kind, about.language), about, values);
    }
  }

  private nearest(kind: LetterKind, wanted: string): ReadyTemplate {
    const offered = [...(this.languages.get(kind) ?? []), ...BUILT_IN.keys()];
    const language = lookUp([wanted], offered) ?? LAST_LANGUAGE;
    return this.published.get(keyOf(kind, language)) ?? builtIn(kind, language);
  }
}

export function written(template: ReadyTemplate, about: About, values: object): WrittenLetter {
  const { kind, language, version } = template;
  const { reference, complainantName } = about;
  const texts = textsOf({ reference, complainantName, ...values }, language, about);
  return {
    subject: template.subject ? oneLine(render(template.subject, texts)) : '',
    body: render(template.body, texts),
    template: { kind, language, version },
  };
}

const known = new Map<string, ReadyTemplate>();

/** What comes with the program in a language, or in the nearest that it speaks. */
export function builtIn(kind: LetterKind, wanted: string): ReadyTemplate {
  const language = lookUp([wanted], [...BUILT_IN.keys()]) ?? LAST_LANGUAGE;
  const key = keyOf(kind, language);
  const before = known.get(key);
  if (before) return before;
  const words = BUILT_IN.get(language)?.[kind];
  if (!words) throw new Error(`there are no letters in ${language}`);
  const made = ready({ kind, language, version: 0 }, words.subject, words.body);
  known.set(key, made);
  return made;
}

function textsOf(values: object, language: string, about: About): Texts {
  const entries = Object.entries(values) as [VariableName, string | Date | null][];
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      value instanceof Date ? writtenOut(value, language, about.language, about.zone) : short(name, value),
    ]),
  );
}

/** What is a line by its meaning is one, whatever was typed. */
function short(name: VariableName, value: string | null): string | null {
  return value !== null && variableOf(name).type === 'line'
    ? value.replace(/\s+/g, ' ').trim() || null
    : value;
}

function oneLine(text: string): string {
  return Array.from(text.replace(/\s+/g, ' ').trim()).slice(0, SUBJECT_MAX).join('');
}

function keyOf(kind: LetterKind, language: string): string {
  return `${kind}/${language}`;
}
