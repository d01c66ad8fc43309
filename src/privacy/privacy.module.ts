import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ComplaintsModule } from '../complaints/complaints.module.js';
import { ErasedFilesSubscription } from './erasures/erased-files.subscription.js';
import { ErasureReads } from './erasures/erasure.reads.js';
import { ErasuresController } from './erasures/erasures.controller.js';
import { ErasuresService } from './erasures/erasures.service.js';
import { SubjectExportReads } from './export/subject-export.reads.js';
import { SubjectExportsController } from './export/subject-exports.controller.js';
import { SubjectExportsService } from './export/subject-exports.service.js';
import { LegalHoldReads } from './holds/legal-hold.reads.js';
import { LegalHoldsController } from './holds/legal-holds.controller.js';
import { LegalHoldsService } from './holds/legal-holds.service.js';
import { DueReads } from './retention/due.reads.js';
import { RetentionRunJob } from './retention/retention-run.job.js';
import { RetentionRunReads } from './retention/retention-run.reads.js';
import { RetentionRunsController } from './retention/retention-runs.controller.js';
import { RetentionRunsService } from './retention/retention-runs.service.js';

/** What is known of a person: kept while it must be, shown to them, and erased. */
@Module({
  imports: [AuditModule, ComplaintsModule],
  controllers: [ErasuresController, LegalHoldsController, RetentionRunsController, SubjectExportsController],
  providers: [
    DueReads,
    ErasedFilesSubscription,
    ErasureReads,
    ErasuresService,
    LegalHoldReads,
    LegalHoldsService,
    RetentionRunJob,
    RetentionRunReads,
    RetentionRunsService,
    SubjectExportReads,
    SubjectExportsService,
  ],
})
export class PrivacyModule {}
