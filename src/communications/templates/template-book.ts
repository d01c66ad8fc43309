import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import type { TemplateVersion } from './template.entity.js';
import { ready, type ReadyTemplate, Templates } from '../letters/templates.js';

/** What one process publishes is felt on every other within a second. */
const REMEMBERED_MS = 1000;

type Newest = Pick<TemplateVersion, 'id' | 'kind' | 'language' | 'version'> & { words: boolean };
type Words = Pick<TemplateVersion, 'id' | 'subject'> & { body: string };

/** The templates as letters need them, from memory: they are fetched before a transaction begins, and written in it. */
@Injectable()
export class TemplateBook {
  private readonly logger = new Logger(TemplateBook.name);
  private standing: { templates: Promise<Templates>; until: number } | null = null;
  /** By id; null for one that cannot be read. */
  private known: ReadonlyMap<string, ReadyTemplate | null> = new Map();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** As they were a second ago at most. */
  current(): Promise<Templates> {
    const now = this.clock.now().getTime();
    if (this.standing && this.standing.until > now) return this.standing.templates;
    const standing = { templates: this.load(), until: now + REMEMBERED_MS };
    this.standing = standing;
    standing.templates.catch(() => {
      if (this.standing === standing) this.standing = null;
    });
    return standing.templates;
  }

  /** After this process published one. */
  forget(): void {
    this.standing = null;
  }

  /** A version never changes, so its words are asked for once. */
  private async load(): Promise<Templates> {
    const newest = (await this.database.read<Newest>(NEWEST)).filter(({ words }) => words);
    const { known } = this;
    const unknown = newest.filter(({ id }) => !known.has(id)).map(({ id }) => id);
    const words = unknown.length === 0 ? [] : await this.database.read<Words>(WORDS, [unknown]);
    const read = new Map(words.map((one) => [one.id, one]));
    const all = new Map(
      newest.map((one) => {
        const found = read.get(one.id);
        return [one.id, found ? this.readied(one, found) : (known.get(one.id) ?? null)];
      }),
    );
    this.known = all;
    return new Templates([...all.values()].filter((one) => one !== null));
  }

  /** What a former program published and this one cannot read is as if it were not there. */
  private readied(one: Newest, { subject, body }: Words): ReadyTemplate | null {
    try {
      return ready(one, subject, body);
    } catch (error) {
      this.logger.error({
        msg: 'a template cannot be read, a built-in one is taken',
        err: error,
        id: one.id,
      });
      return null;
    }
  }
}

/** Of each kind and language the last; `words`: it has some. */
const NEWEST = `
  SELECT DISTINCT ON (v.kind, v.language) v.id, v.kind, v.language, v.version, v.body IS NOT NULL AS words
  FROM template_versions v ORDER BY v.kind, v.language, v.version DESC`;

const WORDS = 'SELECT v.id, v.subject, v.body FROM template_versions v WHERE v.id = ANY ($1::uuid[])';
