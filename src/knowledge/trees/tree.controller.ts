import { Controller, type Type } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { type Tree, TREES } from './tree.js';
import {
  NewTreeNodeBody,
  TreeNodeChangesBody,
  TreeNodeDto,
  TreeNodeVersionDto,
  TreeQuery,
} from './tree.dto.js';
import { treeEndpoints } from './tree-endpoints.js';
import { TreeReads } from './tree.reads.js';
import { TreesService } from './trees.service.js';

/** The controller of one tree. */
function treeController(tree: Tree): Type {
  const endpoints = treeEndpoints(tree);

  @Controller(TREES[tree].path.slice(1))
  class TreeController {
    constructor(
      private readonly trees: TreesService,
      private readonly reads: TreeReads,
    ) {}

    @Endpoint(endpoints.create)
    create(@TheCall() call: Call, @Body() body: NewTreeNodeBody): Promise<Answer> {
      return this.written(this.trees.create(call, tree, body));
    }

    @Endpoint(endpoints.list)
    list(@Caller() caller: Actor, @Query() query: TreeQuery): Promise<Page<TreeNodeDto>> {
      return this.reads.list(caller, tree, query);
    }

    @Endpoint(endpoints.get)
    async get(@PathId('id') id: string): Promise<Answer> {
      const node = await this.reads.one(tree, id);
      return answer(node, { version: node.version });
    }

    @Endpoint(endpoints.change)
    change(
      @TheCall() call: Call,
      @PathId('id') id: string,
      @Body() body: TreeNodeChangesBody,
    ): Promise<Answer> {
      return this.written(this.trees.change(call, tree, id, body));
    }

    @Endpoint(endpoints.versions)
    versions(
      @Caller() caller: Actor,
      @PathId('id') id: string,
      @Query() query: PageQuery,
    ): Promise<Page<TreeNodeVersionDto>> {
      return this.reads.versions(caller, tree, id, query);
    }

    private async written(write: Promise<Written>): Promise<Answer> {
      const { id, location, replayed } = await write;
      const node = await this.reads.one(tree, id);
      return answer(node, { version: node.version, location, replayed });
    }
  }

  return TreeController;
}

export const CausesController = treeController('cause');
export const CategoriesController = treeController('category');
