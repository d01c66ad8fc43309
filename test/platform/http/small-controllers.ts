import { Controller } from '@nestjs/common';
import type { Call } from '../../../src/kernel/call.js';
import { notFound, Refusal } from '../../../src/kernel/refusal.js';
import { answer } from '../../../src/platform/http/answer.js';
import { Endpoint } from '../../../src/platform/http/endpoint.decorator.js';
import { Whole } from '../../../src/platform/http/fields/choice.js';
import { Id, Text } from '../../../src/platform/http/fields/text.js';
import { PageQuery } from '../../../src/platform/http/page-query.js';
import { Body, PathId, Query, TheCall } from '../../../src/platform/http/params.js';

class NoteBody {
  @Text('What it says.', { max: 100 })
  text: string;

  @Whole('How many.', { min: 1, max: 10, optional: true })
  count?: number;
}

class NoteQuery extends PageQuery {
  @Text('Words in it.', { max: 100, optional: true })
  q?: string;
}

class PublicQuery {
  @Id('An id.', { optional: true })
  of?: string;
}

const NOTE = { tag: 'complaints', summary: 'A note', permission: 'complaint:read' } as const;
const VERSION = 3;

/** A resource of no meaning that has every habit of the real ones. */
@Controller('v1/notes')
export class NotesController {
  readonly made: string[] = [];

  @Endpoint({ ...NOTE, method: 'GET', path: '', operationId: 'listNotes', query: NoteQuery, list: true })
  list(@Query() query: NoteQuery) {
    return { items: [query.q ?? null], nextCursor: query.cursor ? null : 'next+one' };
  }

  @Endpoint({ ...NOTE, method: 'POST', path: '', operationId: 'makeNote', body: NoteBody, status: 201 })
  make(@Body() body: NoteBody, @TheCall() call: Call) {
    this.made.push(body.text);
    return answer(
      { text: body.text, count: body.count, call },
      { version: 1, location: '/v1/notes/1', replayed: body.text === 'again' },
    );
  }

  @Endpoint({ ...NOTE, method: 'GET', path: ':id', operationId: 'readNote', etag: true })
  read(@PathId('id') id: string) {
    if (id.endsWith('0')) throw notFound();
    return answer({ id }, { version: VERSION });
  }

  @Endpoint({ ...NOTE, method: 'PATCH', path: ':id', operationId: 'changeNote', body: NoteBody })
  change(@PathId('id') id: string, @TheCall() call: Call) {
    return { id, ifMatch: call.ifMatch };
  }

  @Endpoint({ ...NOTE, method: 'DELETE', path: ':id', operationId: 'dropNote', status: 204 })
  drop(@PathId('id') _id: string) {
    return undefined;
  }

  @Endpoint({
    ...NOTE,
    method: 'POST',
    path: ':id/actions/touch',
    operationId: 'touchNote',
    body: PublicQuery,
    bodyOptional: true,
    ifMatch: 'honoured',
  })
  touch(@PathId('id') _id: string, @TheCall() call: Call) {
    return call;
  }
}

/** What goes wrong on the server's side. */
@Controller('v1/failures')
export class FailuresController {
  @Endpoint({ ...NOTE, method: 'GET', path: 'bug', operationId: 'failByBug' })
  bug(): never {
    throw new Error('SELECT secret FROM users at /srv/amends');
  }

  @Endpoint({ ...NOTE, method: 'GET', path: 'slow', operationId: 'beSlow' })
  async slow() {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return {};
  }

  @Endpoint({ ...NOTE, method: 'GET', path: 'busy', operationId: 'failBusy' })
  busy(): never {
    throw Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' });
  }

  @Endpoint({ ...NOTE, method: 'GET', path: 'limited', operationId: 'failLimited' })
  limited(): never {
    throw new Refusal('rate_limited', 'Too many.', {}, { 'Retry-After': '17' });
  }
}
