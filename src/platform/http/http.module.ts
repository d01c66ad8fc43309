import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Draining } from '../health/draining.js';
import { Keys } from '../keys.js';
import { Answered } from './answered.js';
import { Cursors } from './cursors.js';
import { InputGuard } from './input/input.guard.js';
import { ProblemFilter } from './problem.filter.js';

/** What every feature that speaks HTTP can ask for. `Config` and `Clock` come from the platform's module. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Answered, Keys, Cursors, Draining, InputGuard, ProblemFilter],
  exports: [DiscoveryModule, Answered, Keys, Cursors, Draining, InputGuard, ProblemFilter],
})
export class HttpModule {}
