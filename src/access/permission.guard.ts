import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../kernel/actor.js';
import type { Permission } from '../kernel/permissions.js';
import { Refusal } from '../kernel/refusal.js';
import { endpointOf } from '../platform/http/endpoint.decorator.js';
import { readQuery } from '../platform/http/input/query-input.js';
import { contextOf } from '../platform/http/request-context.js';
import { Authenticator, unauthenticated } from './authenticator.js';
import { Tickets } from './events/tickets.service.js';
import { PublicLimit } from './limits/public-limit.js';
import { may } from './roles.js';

/** Stands before every route: who is calling, and may their role do this? A route that declares nothing is shut. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly publicLimit: PublicLimit,
    private readonly tickets: Tickets,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { permission, stream } = endpointOf(context.getHandler()) ?? {};
    if (permission === undefined) throw forbidden();
    const actor = await this.actorOf(request, stream ?? false);
    contextOf(request).actor = actor;
    if (actor.kind === 'anonymous' && !UNCOUNTED.has(permission))
      await this.publicLimit.count(request.ip, permission === 'docs:read' ? 'docs' : 'public');
    if (may(actor, permission)) return true;
    throw actor.kind === 'anonymous' ? unauthenticated() : forbidden(actor, permission);
  }

  private actorOf(request: FastifyRequest, takesTicket: boolean): Promise<Actor> {
    const { authorization } = request.headers;
    const ticket = takesTicket ? readQuery(request.raw.url ?? '').values.ticket : undefined;
    if (authorization === undefined && ticket !== undefined) return this.tickets.redeem(String(ticket));
    return this.authenticator.actorOf(authorization, request.routeOptions.url ?? '');
  }
}

/** Whoever watches over the program asks often and has no account. */
const UNCOUNTED: ReadonlySet<Permission> = new Set(['health:read']);

function forbidden(actor?: Actor, permission?: Permission): Refusal {
  if (!actor || !permission) return new Refusal('forbidden', 'Nobody may do this.');
  return new Refusal(
    'forbidden',
    `This takes the permission ${permission}, which ${actor.roles.join(', ')} has not.`,
  );
}
