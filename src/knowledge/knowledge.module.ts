import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CorrectiveActionReads } from './corrective-actions/corrective-action.reads.js';
import { CorrectiveActionsController } from './corrective-actions/corrective-actions.controller.js';
import { CorrectiveActionsService } from './corrective-actions/corrective-actions.service.js';
import { CategoriesController, CausesController } from './trees/tree.controller.js';
import { TreeReads } from './trees/tree.reads.js';
import { TreesService } from './trees/trees.service.js';

/** What the house learns from complaints: why things go wrong, and what it changes. */
@Module({
  imports: [AuditModule],
  controllers: [CausesController, CategoriesController, CorrectiveActionsController],
  providers: [CorrectiveActionReads, CorrectiveActionsService, TreeReads, TreesService],
  exports: [TreeReads],
})
export class KnowledgeModule {}
