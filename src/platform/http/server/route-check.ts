import type { INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { StartError } from '../../start-error.js';
import { endpointOf } from '../endpoint.decorator.js';

/**
 * Stops the start over a route that states no permission, whoever mounts it: a controller's method without
 * `Endpoint`, or a plugin on the bare server. Must be called before the routes are mounted.
 */
export function checkRoutes(application: INestApplicationContext, server: FastifyInstance): void {
  const handlers = controllerHandlers(application);
  const undeclared = handlers.filter(({ handler }) => !endpointOf(handler)).map(({ name }) => name);
  refuse(undeclared);
  // Every handler marks its route, so that a route without the mark is one that no controller mounted.
  for (const { handler } of handlers) markRoute(handler);
  const unknown: string[] = [];
  server.addHook('onRoute', ({ config, method, url }) => {
    if (!config || !('operationId' in config)) unknown.push(`${String(method)} ${url}`);
  });
  server.addHook('onReady', (done) => {
    refuse(unknown);
    done();
  });
}

interface Handler {
  name: string;
  handler: (...parameters: never[]) => unknown;
}

/** The methods of all controllers that answer a route. */
function controllerHandlers(application: INestApplicationContext): Handler[] {
  const scanner = new MetadataScanner();
  return application
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ metatype }) => {
      if (!metatype) return [];
      const prototype = metatype.prototype as Record<string, Handler['handler']>;
      return scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method];
        if (!handler || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
        return [{ name: `${metatype.name}.${method}`, handler }];
      });
    });
}

function markRoute(handler: Handler['handler']): void {
  const { operationId, permission, consumes, bytes } = endpointOf(handler) ?? {};
  RouteConfig({ operationId, permission, readsBody: (consumes ?? bytes) !== undefined })({}, '', {
    value: handler,
  });
}

function refuse(routes: string[]): void {
  if (routes.length > 0) throw new StartError(`These routes state no permission: ${routes.join(', ')}.`);
}
