import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import type { SubjectExportDto } from './subject-export.dto.js';
import type { SubjectExport } from './subject-export.entity.js';

/** What is shown of exports, beside their content. */
@Injectable()
export class SubjectExportReads {
  constructor(private readonly database: Database) {}

  /** @throws Refusal 404 */
  async one(id: string): Promise<SubjectExportDto> {
    const { customerId, contactId, complaintId, madeById, madeByName, version, ...at } = await this.row(id);
    return {
      ...{ id, customerId, contactId, complaintId, madeBy: { id: madeById, name: madeByName } },
      ...{ expiresAt: at.expiresAt.toISOString(), version, createdAt: at.createdAt.toISOString() },
    };
  }

  /** @throws Refusal 404 */
  async row(id: string): Promise<SubjectExport> {
    const [made] = await this.database.read<SubjectExport>(
      'SELECT x.* FROM subject_exports x WHERE x.id = $1',
      [id],
    );
    if (!made) throw notFound();
    return made;
  }
}
