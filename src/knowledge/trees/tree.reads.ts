import { Injectable } from '@nestjs/common';
import { AuditReads } from '../../audit/audit.reads.js';
import type { Entry } from '../../audit/entries/entry.js';
import type { Actor } from '../../kernel/actor.js';
import { type InputCode, notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import { choosable } from './choosable.js';
import { type Tree, TREES } from './tree.js';
import type { TreeNodeDto, TreeNodeVersionDto, TreeQuery } from './tree.dto.js';
import type { TreeNode } from './tree-node.entity.js';

/** What is shown of causes and categories. */
@Injectable()
export class TreeReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly log: AuditReads,
  ) {}

  /** @throws Refusal 404 */
  async one(tree: Tree, id: string): Promise<TreeNodeDto> {
    const [node] = await this.database.read<TreeNode>(
      `SELECT n.* FROM ${TREES[tree].table} n WHERE n.id = $1`,
      [id],
    );
    if (!node) throw notFound();
    return shown(node);
  }

  /** In the order in which they were added. */
  async list(viewer: Actor, tree: Tree, query: TreeQuery): Promise<Page<TreeNodeDto>> {
    const { retired = null, parentId = null, cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope(TREES[tree].table, query, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const roots = parentId === 'none';
    const nodes = await this.database.read<TreeNode>(
      `SELECT n.* FROM ${TREES[tree].table} n
       WHERE ($1::boolean IS NULL OR n.retired = $1) AND ($2::uuid IS NULL OR n.parent_id = $2)
         AND (NOT $3::boolean OR n.parent_id IS NULL) AND ($4::uuid IS NULL OR n.id > $4)
       ORDER BY n.id LIMIT $5`,
      [retired, roots ? null : parentId, roots, after, limit + 1],
    );
    return mapPage(
      pageOf(nodes, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }

  /** Every version that a node ever had, the first first. @throws Refusal 404 */
  async versions(viewer: Actor, tree: Tree, id: string, query: PageQuery): Promise<Page<TreeNodeVersionDto>> {
    await this.one(tree, id);
    return mapPage(await this.log.ofSubject(viewer, id, query), (entry) =>
      shownVersion(entry as Entry<`${Tree}.created` | `${Tree}.updated`>),
    );
  }

  /** What a 400 says of an id that was chosen; null where it may be chosen. */
  async wrongChoice(tree: Tree, id: string): Promise<InputCode | null> {
    const answer = (await this.choosable(tree, [id])).get(id);
    if (answer === undefined) return 'not_found';
    return answer ? null : 'not_applicable';
  }

  /** As the function of this name, outside of any transaction. */
  choosable(tree: Tree, ids: string[]): Promise<Map<string, boolean>> {
    return choosable((sql, params) => this.database.read(sql, params), tree, ids);
  }
}

function shown({ id, name, parentId, path, retired, version, createdAt, updatedAt }: TreeNode): TreeNodeDto {
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id, name, parentId, path, retired, version, ...times };
}

function shownVersion(entry: Entry<`${Tree}.created` | `${Tree}.updated`>): TreeNodeVersionDto {
  const { version, name, parentId, path, retired } = entry.data;
  const by = { id: entry.actor.id, name: entry.actor.name };
  return { version: version ?? 0, name, parentId, path, retired: retired === true, at: entry.at, by };
}
