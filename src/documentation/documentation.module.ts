import { Module } from '@nestjs/common';
import { OpenApiModule } from '../platform/openapi/openapi.module.js';
import { AsyncApiController } from './asyncapi/asyncapi.controller.js';
import { DocumentationController } from './documentation.controller.js';
import { DrawingController } from './drawing.controller.js';

/** The pages of `/docs`. They read everything and write nothing, so they stand above all the rest. */
@Module({
  imports: [OpenApiModule],
  controllers: [DocumentationController, DrawingController, AsyncApiController],
})
export class DocumentationModule {}
