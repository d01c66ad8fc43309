import { createHash } from 'node:crypto';
import { Controller, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Answer, answer } from '../platform/http/answer.js';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { WORKFLOW_DRAWING } from './drawing/complaint-drawing.js';

/** The drawing has its own style and nothing else, also where it is opened by itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

@Controller('docs')
export class DrawingController {
  @Endpoint({
    method: 'GET',
    path: 'workflow.svg',
    operationId: 'readWorkflowDrawing',
    tag: 'documentation',
    summary: 'The workflow as a drawing',
    description:
      'Drawn from the table that is enforced, for people; `GET /v1/workflow` is the same for programs.',
    permission: 'docs:read',
    rawType: 'image/svg+xml',
    etag: true,
  })
  @Header('Content-Security-Policy', POLICY)
  read(@Res({ passthrough: true }) reply: FastifyReply): Answer {
    reply.serializer(() => WORKFLOW_DRAWING.svg);
    return answer({}, { version: VERSION });
  }
}

/** A number that is another one for every other drawing. */
const VERSION = createHash('sha256').update(WORKFLOW_DRAWING.svg).digest().readUInt32BE(0);
