import { Injectable } from '@nestjs/common';
import { exampleAbout, examplesOf } from '../../../communications/letters/examples.js';
import { type About, ready, type WrittenLetter, written } from '../../../communications/letters/templates.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { inputError, invalid } from '../../../kernel/refusal.js';
import { Database } from '../../../platform/database/database.js';
import { canonicalTag } from '../../../platform/http/languages.js';
import { type CaseView, loadCase, type Query } from '../../case/case-view.js';
import type { Complaint } from '../../complaint.entity.js';
import { TermsService } from '../../promises/terms.service.js';
import { zoneOf } from '../letters.js';
import type { LetterPreviewDto, PreviewTemplateBody } from './preview.dto.js';
import { valuesOf } from './preview.values.js';

/** How a letter would read by a template that was not published. */
@Injectable()
export class LetterPreviewReads {
  constructor(
    private readonly database: Database,
    private readonly terms: TermsService,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal 400 for an id that names no complaint */
  async preview(viewer: Actor, body: PreviewTemplateBody): Promise<LetterPreviewDto> {
    const { kind, complaintId } = body;
    const language = canonicalTag(body.language);
    const template = ready({ kind, language, version: 0 }, body.subject ?? null, body.body);
    const examples = examplesOf(kind);
    if (!complaintId) return shown(written(template, exampleAbout(language), examples));
    const view = await this.view(viewer, complaintId);
    const { reference, complainantName } = view.complaint;
    const about: About = { reference, complainantName, language, zone: zoneOf(view) };
    return shown(written(template, about, { ...examples, ...valuesOf(view), reference, complainantName }));
  }

  private async view(viewer: Actor, id: string): Promise<CaseView> {
    const query: Query = (sql, params) => this.database.read(sql, params);
    const [complaint] = await query<Complaint>('SELECT c.* FROM complaints c WHERE c.id = $1', [id]);
    if (!complaint) throw invalid([inputError('/complaintId', 'not_found')]);
    const terms = await (await this.terms.house()).of(complaint);
    return loadCase(query, complaint, { actor: viewer, now: this.clock.now(), terms });
  }
}

function shown({ subject, body }: WrittenLetter): LetterPreviewDto {
  return { subject: subject || null, body };
}
