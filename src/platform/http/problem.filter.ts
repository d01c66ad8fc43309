import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kernel/refusal.js';
import { Config } from '../config.js';
import { describeError } from '../logging/describe-error.js';
import { problemOf } from './problem.js';
import { refusalOf } from './refusal-of.js';
import { contextOf } from './request-context.js';
import { refuseUnrouted } from './server/allowed-methods.js';

/** Answers everything that is thrown, by whomever, as problem details (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(private readonly config: Config) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also for what goes wrong before Nest is asked. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.sent) return;
    const context = contextOf(request);
    const refusal = this.refusal(error, request);
    context.refused = refusal.code;
    const { status, headers, body } = problemOf(refusal, context.requestId, this.config.publicUrl);
    reply.code(status).headers(headers).send(body);
  }

  private refusal(error: unknown, request: FastifyRequest): Refusal {
    // Nobody else throws it: what is missing behind a route is a Refusal.
    if (error instanceof NotFoundException) return refuseUnrouted(request.server, request);
    const refusal = refusalOf(error);
    if (refusal && (refusal === error || refusal.status < 500)) return refusal;
    const { requestId } = contextOf(request);
    const level = refusal ? 'warn' : 'error';
    this.logger[level]({
      msg: 'request failed',
      requestId,
      route: request.routeOptions.url,
      error: describeError(error),
    });
    return (
      refusal ??
      new Refusal('internal_error', 'Something went wrong here. It is on record under the request id.')
    );
  }
}
