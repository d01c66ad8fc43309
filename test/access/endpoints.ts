import 'reflect-metadata';
import { MetadataScanner } from '@nestjs/core';
import type { EndpointSpec } from '../../src/platform/http/endpoint.decorator.js';
import { endpointOf } from '../../src/platform/http/endpoint.decorator.js';

/** A route of the program, with its whole path. */
export interface Route extends EndpointSpec {
  route: string;
}

/** A module as its decorator, or `forRoot`, describes it. */
interface ModuleLike {
  module?: object;
  imports?: unknown[];
  controllers?: (new () => object)[];
}

/** Every endpoint of a module and of all that it imports, read from the decorators. */
export function routesOf(root: object, seen = new Set<object>()): Route[] {
  if (seen.has(root)) return [];
  seen.add(root);
  const described = root as ModuleLike;
  const target = described.module ?? root;
  const read = <T>(key: string) => (Reflect.getMetadata(key, target) ?? []) as T[];
  const imports = [...read<object>('imports'), ...((described.imports ?? []) as object[])];
  const controllers = [...read<new () => object>('controllers'), ...(described.controllers ?? [])];
  return [...controllers.flatMap(endpointsOf), ...imports.flatMap((each) => routesOf(each, seen))];
}

function endpointsOf(controller: new () => object): Route[] {
  const prefix = String(Reflect.getMetadata('path', controller) ?? '');
  const prototype = controller.prototype as Record<string, object>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const spec = endpointOf(prototype[name] ?? {});
    return spec
      ? [{ ...spec, route: `/${prefix}/${spec.path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1') }]
      : [];
  });
}
