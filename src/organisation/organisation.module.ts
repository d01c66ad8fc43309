import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { UnitReads } from './unit.reads.js';
import { UnitsController } from './units.controller.js';
import { UnitsService } from './units.service.js';

/** What the house is made of: legal entities, brands and branches, as complaints and reports name them. */
@Module({
  imports: [AuditModule],
  controllers: [UnitsController],
  providers: [UnitReads, UnitsService],
})
export class OrganisationModule {}
