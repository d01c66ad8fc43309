import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Permission } from '../../kernel/permissions.js';
import type { ProblemCode } from '../../kernel/refusal.js';
import { Answered } from '../../platform/http/answered.js';
import { contextOf, type RequestContext } from '../../platform/http/request-context.js';
import { AccessBuffer } from './access-buffer.js';
import { AccessRecords } from './access-records.service.js';
import {
  complaintsAskedFor,
  type Concerned,
  concernedBy,
  concernedIn,
  itemsOf,
  searchesByWords,
} from './concerned.js';
import { PERSONAL_SUBJECTS, type Shown, shownBy } from './shown.js';

/** What a route knows of itself. */
interface Route {
  operationId?: string;
  permission?: Permission;
}

/** Looks at every answer that has left: whether somebody saw personal data, or was refused. */
@Injectable()
export class AccessWatch implements OnModuleInit {
  constructor(
    private readonly answered: Answered,
    private readonly buffer: AccessBuffer,
    private readonly records: AccessRecords,
  ) {}

  onModuleInit(): void {
    this.answered.tell((request, reply) => {
      this.saw(request, reply);
      this.records.unlessTooMany();
    });
  }

  private saw(request: FastifyRequest, reply: FastifyReply): void {
    const { config, url = '' } = request.routeOptions;
    const { operationId, permission } = config as Route;
    if (operationId === undefined || permission === undefined) return;
    const context = contextOf(request);
    const of = concernedBy(url, request.params);
    if (context.refused !== undefined) this.refused(context, context.refused, operationId, of);
    // What the reader had already (304) was not shown again.
    else if (request.method === 'GET' && reply.statusCode === 200) {
      const followed = followedIn(operationId, context.query, request);
      this.read(context, operationId, { shown: shownBy(operationId, permission), followed }, of);
    }
    // A write is on record by its own entries, but for one that changed nothing.
    else if (context.call?.unchanged && of && PERSONAL_SUBJECTS.has(of.type))
      this.buffer.read(context.actor, operationId, of);
  }

  private refused(
    { actor }: RequestContext,
    code: ProblemCode,
    operationId: string,
    of: Concerned | null,
  ): void {
    const signedIn = actor.kind !== 'anonymous';
    if (!REFUSED.has(code) && !(code === 'not_found' && signedIn)) return;
    // By whom it was tried stands in `session.refused`.
    if (operationId === 'startSession' && code === 'invalid_credentials') return;
    this.buffer.refused(actor, operationId, code, signedIn ? of : null);
  }

  private read(
    { actor, query, resource, complaintId }: RequestContext,
    operationId: string,
    { shown, followed }: { shown: Shown | undefined; followed: string | null },
    ofPath: Concerned | null,
  ): void {
    const items = itemsOf(resource);
    if (shown === 'tracking') this.buffer.trackingUsed(actor);
    if (shown === 'log') {
      const how = { shown: items?.length ?? 1, followed };
      this.buffer.logRead(actor, operationId, complaintsAskedFor(query), how);
    }
    if (shown !== 'personal') return;
    const of = complaintId === undefined ? ofPath : ({ type: 'complaint', id: complaintId } as const);
    if (items === null) {
      this.buffer.read(actor, operationId, of);
      return;
    }
    const how = { shown: items.length, searched: searchesByWords(query) };
    this.buffer.listed(actor, operationId, { list: of, items: concernedIn(operationId, items) }, how);
  }
}

/** Where a reader is, and how much they take: not what they follow. */
const PLACE: ReadonlySet<string> = new Set(['after', 'cursor', 'limit', 'wait', 'follow']);

/**
 * What a reader follows: whoever says where they were goes on from there, again and again. Null for who searches. The
 * header means that to a stream only.
 */
function followedIn(
  operationId: string,
  query: object | undefined,
  { headers }: FastifyRequest,
): string | null {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  const resumes = operationId === 'streamEvents' && headers['last-event-id'] !== undefined;
  if (!resumes && !given.some(([name]) => name === 'after')) return null;
  return JSON.stringify(given.filter(([name]) => !PLACE.has(name)).sort());
}

/** Refusals of access. What the case or the input is in the way of is none. */
const REFUSED: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'unauthenticated',
  'invalid_credentials',
  'forbidden',
  'rate_limited',
]);
