import { Module } from '@nestjs/common';
import { PunctualityController } from './punctuality/punctuality.controller.js';
import { PunctualityReads } from './punctuality/punctuality.reads.js';
import { PunctualitySubscription } from './punctuality/punctuality.subscription.js';

/** What the house can learn about itself from its log. */
@Module({
  controllers: [PunctualityController],
  providers: [PunctualityReads, PunctualitySubscription],
})
export class InsightsModule {}
