import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config.js';
import { Draining } from '../health/draining.js';
import { createLog } from '../logging/log.js';
import { NestLog } from '../logging/nest-log.js';
import { Answered } from './answered.js';
import { InputGuard } from './input/input.guard.js';
import { ProblemFilter } from './problem.filter.js';
import { type AnswerError, frameworkErrors, installHooks } from './server/hooks.js';
import { checkRoutes } from './server/route-check.js';
import { serverOptions } from './server/server-options.js';

/**
 * Builds the application on Fastify with all its habits; `listen` or `init` starts it.
 * The root module brings `HttpModule` and a global guard that sets the caller.
 * @throws StartError where a route states no permission, here or when it starts.
 */
export async function createApplication(
  root: Type | DynamicModule,
  config: Config,
): Promise<NestFastifyApplication> {
  const log = createLog(config.logLevel);
  // The filter is made by the application, which needs the server first.
  let answer: AnswerError = () => undefined;
  const adapter = new FastifyAdapter({
    ...serverOptions(config),
    skipMiddie: true,
    frameworkErrors: frameworkErrors(config, (...failure) => answer(...failure)),
  });
  const options = {
    logger: new NestLog(log),
    bodyParser: false,
    abortOnError: false,
  };
  const application = await NestFactory.create<NestFastifyApplication>(root, adapter, options);
  const filter = application.get(ProblemFilter);
  answer = (...failure) => filter.answer(...failure);
  const server = adapter.getInstance();
  const parts = { draining: application.get(Draining), answered: application.get(Answered) };
  installHooks(server, { config, log, ...parts });
  checkRoutes(application, server);
  application.useGlobalFilters(filter);
  // Guards of modules stand before it: it must come after the one that knows the caller.
  application.useGlobalGuards(application.get(InputGuard));
  return application;
}
