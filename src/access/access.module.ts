import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditModule } from '../audit/audit.module.js';
import { AccessTokens } from './sessions/access-tokens.service.js';
import { AuthoritiesController } from './authority/authorities.controller.js';
import { AuthoritiesService } from './authority/authorities.service.js';
import { AuthorityReads } from './authority/authority.reads.js';
import { AbsenceClock } from './availability/absence-clock.js';
import { AbsenceReads } from './availability/absence.reads.js';
import { AbsencesController } from './availability/absences.controller.js';
import { AbsencesService } from './availability/absences.service.js';
import { Authenticator } from './authenticator.js';
import { EventsController } from './events/events.controller.js';
import { EventsService } from './events/events.service.js';
import { Seats } from './events/seats.js';
import { Streams } from './events/streams.service.js';
import { Tickets } from './events/tickets.service.js';
import { FirstAdministrator } from './first-administrator.js';
import { InboundKey } from './inbound-key.js';
import { MeController } from './me.controller.js';
import { PermissionGuard } from './permission.guard.js';
import { PublicLimit } from './limits/public-limit.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SessionStates } from './sessions/session-states.js';
import { SignInLimit } from './limits/sign-in-limit.js';
import { AccessTokenStrategy } from './strategies/access-token.strategy.js';
import { TrackingTokenStrategy } from './strategies/tracking-token.strategy.js';
import { TeamReads } from './teams/team.reads.js';
import { TeamsController } from './teams/teams.controller.js';
import { TeamsService } from './teams/teams.service.js';
import { TrackingTokens } from './tracking-tokens.js';
import { UserReads } from './user.reads.js';
import { UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';

/** Who comes in, and who may do what. Its guard stands before every route of the program. */
@Module({
  imports: [AuditModule],
  controllers: [
    SessionsController,
    MeController,
    UsersController,
    TeamsController,
    AuthoritiesController,
    AbsencesController,
    EventsController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: PermissionGuard },
    AccessTokens,
    AccessTokenStrategy,
    AuthoritiesService,
    AuthorityReads,
    Authenticator,
    EventsService,
    FirstAdministrator,
    PublicLimit,
    Seats,
    SessionsService,
    SessionStates,
    SignInLimit,
    TeamReads,
    Streams,
    TeamsService,
    Tickets,
    TrackingTokens,
    TrackingTokenStrategy,
    UserReads,
    UsersService,
    AbsenceClock,
    AbsenceReads,
    AbsencesService,
    InboundKey,
  ],
  exports: [TrackingTokens, UserReads, AbsenceClock],
})
export class AccessModule {}
