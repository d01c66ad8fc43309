import { Controller } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Endpoint } from '../../../platform/http/endpoint.decorator.js';
import type { Page } from '../../../platform/http/page.js';
import { Caller, Query } from '../../../platform/http/params.js';
import { BoardPromiseDto, PromiseQuery } from './board.dto.js';
import { BoardReads } from './board.reads.js';

@Controller('v1/promises')
export class BoardController {
  constructor(private readonly board: BoardReads) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listBoard',
    tag: 'promises',
    summary: 'List promises over all complaints, the first to be due first',
    description:
      'The board on the wall of a team: what is due next, what is late, and where an apology or a cause is owed. ' +
      'Without `standing` it lists those that are due or late.',
    permission: 'complaint:read',
    query: PromiseQuery,
    answers: BoardPromiseDto,
    list: true,
    counted: true,
  })
  list(@Caller() caller: Actor, @Query() query: PromiseQuery): Promise<Page<BoardPromiseDto>> {
    return this.board.list(caller, query);
  }
}
