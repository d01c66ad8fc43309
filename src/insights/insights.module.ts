import { Module } from '@nestjs/common';
import { ParetoController } from './pareto/pareto.controller.js';
import { ParetoReads } from './pareto/pareto.reads.js';
import { PunctualityController } from './punctuality/punctuality.controller.js';
import { PunctualityReads } from './punctuality/punctuality.reads.js';
import { PunctualitySubscription } from './punctuality/punctuality.subscription.js';

/** What the house can learn about itself from its log. */
@Module({
  controllers: [ParetoController, PunctualityController],
  providers: [ParetoReads, PunctualityReads, PunctualitySubscription],
})
export class InsightsModule {}
