import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { newId } from '../../kernel/identifiers.js';
import { notFound } from '../../kernel/refusal.js';
import { canonicalTag } from '../../platform/http/languages.js';
import type { LetterKind } from '../letters/kinds.js';
import { TemplateBook } from './template-book.js';
import type { NewTemplateBody, TemplateNameBody } from './template.dto.js';
import type { TemplateVersion } from './template.entity.js';

/** Publishes templates and takes them out of use. A version never changes; the next one comes after it. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly book: TemplateBook,
  ) {}

  publish(call: Call, { kind, language: tag, subject: line, body }: NewTemplateBody): Promise<Written> {
    const language = canonicalTag(tag);
    const subject = line ?? null;
    return this.written(call, 'publish template', kind, language, async (c, last) => {
      const made = await this.next(c, last, { kind, language, subject, body });
      const { id, version } = made;
      const data = { kind, language, version, subject, body };
      c.record('template.published', { type: 'template_version', id }, data);
      return { id, location: `/v1/template-versions/${id}` };
    });
  }

  /** What is out of use is so already. @throws Refusal 404 where the house never published one */
  withdraw(call: Call, { kind, language: tag }: TemplateNameBody): Promise<Written> {
    const language = canonicalTag(tag);
    return this.written(call, 'withdraw template', kind, language, async (c, last) => {
      if (!last) throw notFound();
      if (last.body === null) return { id: last.id };
      const { id, version } = await this.next(c, last, { kind, language, subject: null, body: null });
      c.record('template.withdrawn', { type: 'template_version', id }, { kind, language, version });
      return { id };
    });
  }

  /** @param work gets the last version, which stays the last one until this is written */
  private async written(
    call: Call,
    action: string,
    kind: LetterKind,
    language: string,
    work: (c: Change, last: TemplateVersion | undefined) => Promise<{ id: string; location?: string }>,
  ): Promise<Written> {
    try {
      return await this.ledger.write(call, action, [], async (c) => {
        await c.tx.rows(ONE_AT_A_TIME, [kind, language]);
        const [last] = await c.tx.rows<TemplateVersion>(LAST, [kind, language]);
        return work(c, last);
      });
    } finally {
      this.book.forget();
    }
  }

  private async next(
    c: Change,
    last: TemplateVersion | undefined,
    words: Pick<TemplateVersion, 'kind' | 'language' | 'subject' | 'body'>,
  ): Promise<TemplateVersion> {
    const { id: publishedById, name: publishedByName } = c.call.actor;
    const version = (last?.version ?? 0) + 1;
    // Whoever waited for another is later than that one, though their write began before.
    const createdAt = last && last.createdAt > c.now ? last.createdAt : c.now;
    const made = { id: newId(), ...words, version, publishedById, publishedByName, createdAt };
    await c.tx.insert('template_versions', [made]);
    return made;
  }
}

/** Until the end of the transaction: two versions of one template get two numbers. */
const ONE_AT_A_TIME = `
  SELECT pg_advisory_xact_lock(hashtextextended('template ' || $1::text || ' in ' || $2::text, 0))`;

const LAST = `
  SELECT v.* FROM template_versions v WHERE v.kind = $1 AND v.language = $2 ORDER BY v.version DESC LIMIT 1`;
