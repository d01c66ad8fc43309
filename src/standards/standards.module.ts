import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { Config } from '../platform/config.js';
import { CalendarBook } from './calendars/calendar-book.js';
import { CalendarReads } from './calendars/calendar.reads.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { CalendarsService } from './calendars/calendars.service.js';
import { ContactPointReads } from './contact-points/contact-point.reads.js';
import { ContactPointsController } from './contact-points/contact-points.controller.js';
import { ContactPointsService } from './contact-points/contact-points.service.js';
import { ChosenProfile, chooseProfile } from './profiles/chosen-profile.js';
import { ProfilesController } from './profiles/profiles.controller.js';
import { StandardBook } from './standard-book.js';
import { StandardReads } from './standard.reads.js';
import { StandardReferences } from './standard.references.js';
import { StandardsController } from './standards.controller.js';
import { StandardsService } from './standards.service.js';

/** What the house promises to whom, when it is open, and what the law asks of it. */
@Module({
  imports: [AccessModule, AuditModule],
  controllers: [CalendarsController, ContactPointsController, StandardsController, ProfilesController],
  providers: [
    CalendarBook,
    CalendarReads,
    CalendarsService,
    ContactPointReads,
    ContactPointsService,
    { provide: ChosenProfile, inject: [Config], useFactory: chooseProfile },
    StandardBook,
    StandardReads,
    StandardReferences,
    StandardsService,
  ],
  exports: [
    CalendarBook,
    CalendarReads,
    ContactPointReads,
    ChosenProfile,
    StandardBook,
    StandardReads,
    StandardReferences,
  ],
})
export class StandardsModule {}
