import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../../kernel/clock.js';
import { Keys } from '../../keys.js';
import { endpointOf } from '../endpoint.decorator.js';
import { readInput } from './read-input.js';

/**
 * The last of the global guards: lets a request in when what it brings can be read. It comes after the guard that
 * knows the caller (401 and 403 go before 400), and is a guard because an interceptor would cost each request more.
 */
@Injectable()
export class InputGuard implements CanActivate {
  constructor(
    private readonly clock: Clock,
    private readonly keys: Keys,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const spec = endpointOf(context.getHandler());
    if (!spec) return false;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    readInput(request, spec, { now: this.clock.now(), secret: this.keys.secret('idempotency') });
    return true;
  }
}
