import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ErasureReads } from './erasures/erasure.reads.js';
import { ErasuresController } from './erasures/erasures.controller.js';
import { ErasuresService } from './erasures/erasures.service.js';

/** What is known of a person, and how it is erased. */
@Module({
  imports: [AuditModule],
  controllers: [ErasuresController],
  providers: [ErasureReads, ErasuresService],
})
export class PrivacyModule {}
