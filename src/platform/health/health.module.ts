import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';

/** Needs `Database` of the platform's module and `Draining` of `HttpModule`. */
@Module({ controllers: [HealthController], providers: [Readiness] })
export class HealthModule {}
