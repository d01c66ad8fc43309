import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { rolesWith } from '../access/roles.js';
import { takesTrackingToken } from '../access/tracking-tokens.js';
import { PUBLISHED_EVENTS } from '../access/events/published-events.js';
import { AppModule } from '../app.module.js';
import { readConfig } from '../platform/config.js';
import { describeApi } from '../platform/openapi/document.js';

/** What `npm run openapi` runs: prints the OpenAPI document. Nothing is started, so no database is needed. */
async function main(): Promise<void> {
  const config = readConfig({});
  const root = AppModule.forRoot(config, { url: '', poolRole: null });
  const options = { preview: true, bodyParser: false, logger: false, abortOnError: false } as const;
  const application = await NestFactory.create(root, new FastifyAdapter(), options);
  const { publicUrl, contactEmail } = config;
  const document = describeApi(application, {
    rolesWith,
    takesTrackingToken,
    publicUrl,
    contactEmail,
    events: PUBLISHED_EVENTS,
  });
  console.log(JSON.stringify(document, null, 2));
}

await main();
