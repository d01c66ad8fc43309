import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { RateLimit } from './access/limits/rate-limit.entity.js';
import { RefreshToken, Session } from './access/sessions/session.entity.js';
import { User } from './access/user.entity.js';
import { AuditModule } from './audit/audit.module.js';
import { IdempotencyKeyRow } from './audit/door/idempotency-key.entity.js';
import * as entryEntities from './audit/entries/entry.entity.js';
import * as subscriptionEntities from './audit/following/subscription.entity.js';
import { Complaint } from './complaints/complaint.entity.js';
import { ComplaintsModule } from './complaints/complaints.module.js';
import { Fact } from './complaints/facts/fact.entity.js';
import { Message } from './complaints/messages/message.entity.js';
import { CustomerPromise } from './complaints/promises/promise.entity.js';
import { DocumentationModule } from './documentation/documentation.module.js';
import type { Config } from './platform/config.js';
import { HealthModule } from './platform/health/health.module.js';
import { OpenApiModule } from './platform/openapi/openapi.module.js';
import { PlatformModule, type PoolTarget } from './platform/platform.module.js';
import { Schedule } from './schedule.js';

/** Every table that the program knows. */
const ENTITIES = [
  User,
  Session,
  RefreshToken,
  RateLimit,
  IdempotencyKeyRow,
  ...Object.values(entryEntities),
  ...Object.values(subscriptionEntities),
  Complaint,
  Fact,
  Message,
  CustomerPromise,
];

/** The whole program. */
@Module({})
export class AppModule {
  static forRoot(config: Config, target: PoolTarget): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(config, target, ENTITIES),
        HealthModule,
        OpenApiModule,
        AuditModule,
        AccessModule,
        ComplaintsModule,
        DocumentationModule,
      ],
      providers: [Schedule],
    };
  }
}
