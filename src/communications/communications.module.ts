import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { TemplateBook } from './templates/template-book.js';
import { TemplateReads } from './templates/template.reads.js';
import { TemplatesController } from './templates/templates.controller.js';
import { TemplatesService } from './templates/templates.service.js';

/** In which words the house writes, and in which languages. */
@Module({
  imports: [AccessModule, AuditModule],
  controllers: [TemplatesController],
  providers: [TemplateBook, TemplateReads, TemplatesService],
  exports: [TemplateBook],
})
export class CommunicationsModule {}
