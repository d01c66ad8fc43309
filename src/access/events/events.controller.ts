import { Controller, Header, Headers, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Actor } from '../../kernel/actor.js';
import { type Answer, answer } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { Caller, Query } from '../../platform/http/params.js';
import { EventsDto, EventsQuery, StreamQuery, TicketDto } from './events.dto.js';
import { EventsService } from './events.service.js';
import { Streams } from './streams.service.js';
import { TICKET_SECONDS, Tickets } from './tickets.service.js';

const WHO_SEES_WHAT =
  'Internal notes of a complaint about the caller are left out. Who signed in, and what else stands beside ' +
  'complaints and the rules of the house, is shown to auditors and administrators only.';

@Controller('v1/events')
export class EventsController {
  constructor(
    private readonly events: EventsService,
    private readonly streams: Streams,
    private readonly tickets: Tickets,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listEvents',
    tag: 'events',
    summary: 'Read what happened after a position',
    description:
      'Every change as a CloudEvent, in the one order of everything, less than a second after it. Keep ' +
      '`nextPosition` and ask for what comes `after` it: nothing is missed and nothing comes twice, over any ' +
      'break. An answer may have fewer items than `limit`, or none, and still not be the last. ' +
      WHO_SEES_WHAT,
    permission: 'event:read',
    query: EventsQuery,
    answers: EventsDto,
  })
  list(@Caller() caller: Actor, @Query() query: EventsQuery): Promise<EventsDto> {
    return this.events.after(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'stream',
    operationId: 'streamEvents',
    tag: 'events',
    summary: 'Listen to what happens',
    description:
      'The feed as server-sent events (WHATWG HTML, 9.2): `id` is the position, `data` the event as ' +
      '`GET /v1/events` has it. After a break go on with `Last-Event-ID`. An event `reset` says that this is not ' +
      'possible, because the id is more than 10,000 positions old (`too_old`) or has not been given (`in_future`): ' +
      'the stream goes on from its `position`, and what lies before is read from the feed. A comment comes every ' +
      '20 seconds in which nothing happens. The stream ends within five seconds after the session or the ' +
      'permission did, after an hour, or when its reader does not read for 20 seconds; a user has five at the ' +
      `same time on each process. ${WHO_SEES_WHAT}`,
    permission: 'event:read',
    query: StreamQuery,
    rawType: 'text/event-stream; charset=utf-8',
    stream: true,
  })
  @Header('X-Accel-Buffering', 'no')
  // A server that closes waits for connections that could be used again.
  @Header('Connection', 'close')
  stream(
    @Caller() caller: Actor,
    @Query() query: StreamQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> | Readable {
    // Who asks for the head only would leave a stream open that nobody reads.
    if (request.method === 'HEAD') return Readable.from([]);
    return this.streams.begin(caller, query, lastEventId, reply.raw);
  }

  @Endpoint({
    method: 'POST',
    path: 'tickets',
    operationId: 'createStreamTicket',
    tag: 'events',
    summary: 'Get a ticket for the stream',
    description:
      'An EventSource of a browser sends no `Authorization`: it is opened with `?ticket=` instead. A ticket works ' +
      'once, for the stream only, and for who asked for it. To come back after a break, get a new one, and ask ' +
      '`after` the last position.',
    permission: 'event:read',
    status: 201,
    answers: TicketDto,
    location: true,
    idempotent: false,
  })
  async ticket(@Caller() caller: Actor): Promise<Answer> {
    const ticket = await this.tickets.issue(caller);
    return answer({ ticket, expiresIn: TICKET_SECONDS }, { location: `/v1/events/stream?ticket=${ticket}` });
  }
}
