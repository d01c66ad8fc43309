import { Injectable } from '@nestjs/common';
import { type Change, type Changed, Ledger, type Subject, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { newId } from '../../kernel/identifiers.js';
import { inputError, invalid, Refusal } from '../../kernel/refusal.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { choosable } from './choosable.js';
import { MAX_DEPTH, type Tree, TREES } from './tree.js';
import type { NewTreeNodeBody, TreeNodeChangesBody } from './tree.dto.js';
import type { TreeNode } from './tree-node.entity.js';

/** Adds causes and categories, renames, moves and retires them. One write at a time for each tree. */
@Injectable()
export class TreesService {
  constructor(private readonly ledger: Ledger) {}

  /** @throws Refusal 400 for a parent that is none or would make the path too long, 409 `name_taken` */
  create(call: Call, tree: Tree, { name, parentId }: NewTreeNodeBody): Promise<Written> {
    return this.write(call, tree, 'create', parentOf(tree, parentId), async (c) => {
      const above = await placeBelow(c, tree, parentId ?? null);
      const node: TreeNode = {
        id: newId(),
        parentId: parentId ?? null,
        name,
        path: [...above, name],
        retired: false,
        version: 1,
        createdAt: c.now,
        updatedAt: c.now,
      };
      expectDepth([node]);
      await c.tx.insert(TREES[tree].table, [node]);
      c.record(`${tree}.created`, { type: tree, id: node.id }, particulars(node));
      return { id: node.id, location: `${TREES[tree].path}/${node.id}` };
    });
  }

  /**
   * What is already so is no change. A new name or place is a new version of everything below, because the path is.
   * @throws Refusal 400 for a parent that is none, stands below, or would make a path too long; 409 `name_taken`
   */
  change(call: Call, tree: Tree, id: string, given: TreeNodeChangesBody): Promise<Written> {
    const subject: Subject = { type: tree, id, versioned: true, alone: true };
    const subjects = [subject, ...parentOf(tree, given.parentId)];
    return this.write(call, tree, 'change', subjects, async (c) => {
      const node = c.row<TreeNode>(subject);
      const { name = node.name, parentId = node.parentId, retired = node.retired } = given;
      const changed = FIELDS.filter((field) => ({ name, parentId, retired })[field] !== node[field]);
      if (changed.length === 0) return { id };
      const moved = changed.includes('parentId');
      const below = moved || changed.includes('name') ? await allBelow(c, tree, id) : [];
      if (moved) expectNoCircle(parentId, [id, ...below.map((one) => one.id)]);
      const above = moved ? await placeBelow(c, tree, parentId) : node.path.slice(0, -1);
      const path = [...above, name];
      const next = newVersion(c, { ...node, name, parentId, retired, path });
      const along = below.map((one) =>
        newVersion(c, { ...one, path: [...path, ...one.path.slice(node.path.length)] }),
      );
      expectDepth([next, ...along]);
      await c.tx.save(TREES[tree].table, [next, ...along]);
      recordUpdate(c, tree, changed, next);
      for (const one of along) recordUpdate(c, tree, ['path'], one);
      return { id };
    });
  }

  private write(
    call: Call,
    tree: Tree,
    action: 'create' | 'change',
    subjects: Subject[],
    change: (c: Change) => Promise<Changed>,
  ): Promise<Written> {
    const taken = new Refusal('name_taken', 'Another one below the same parent has this name.');
    return unlessTaken(TREES[tree].uniqueName, taken, () =>
      this.ledger.write(call, `${action} ${tree}`, subjects, change),
    );
  }
}

const FIELDS = ['name', 'parentId', 'retired'] as const;

/** The parent that a body names stays where it is until the write is through. */
function parentOf(tree: Tree, id: string | null | undefined): Subject[] {
  if (typeof id !== 'string') return [];
  const missing = invalid([inputError('/parentId', 'not_found')]);
  return [{ type: tree, id, mode: 'share', alone: true, missing }];
}

/** The path of the parent, which must be one that may be chosen; none for a root. */
async function placeBelow(c: Change, tree: Tree, parentId: string | null): Promise<string[]> {
  if (parentId === null) return [];
  const answers = await choosable((sql, params) => c.tx.rows(sql, params), tree, [parentId]);
  if (answers.get(parentId) !== true) {
    throw misplaced('is retired, or stands below what is');
  }
  return c.row<TreeNode>({ type: tree, id: parentId }).path;
}

function allBelow(c: Change, tree: Tree, id: string): Promise<TreeNode[]> {
  const { table } = TREES[tree];
  return c.tx.rows<TreeNode>(
    `WITH RECURSIVE below AS (
       SELECT n.* FROM ${table} n WHERE n.parent_id = $1
       UNION ALL
       SELECT n.* FROM below b JOIN ${table} n ON n.parent_id = b.id
     )
     SELECT b.* FROM below b ORDER BY cardinality(b.path), b.id`,
    [id],
  );
}

function expectNoCircle(parentId: string | null, branch: string[]): void {
  if (parentId !== null && branch.includes(parentId)) throw misplaced('stands below what is moved');
}

function expectDepth(nodes: TreeNode[]): void {
  if (nodes.some(({ path }) => path.length > MAX_DEPTH)) {
    throw misplaced(`stands too low: a path has at most ${MAX_DEPTH} names`);
  }
}

function misplaced(why: string): Refusal {
  return invalid([inputError('/parentId', 'not_applicable', why)]);
}

function newVersion(c: Change, node: TreeNode): TreeNode {
  return { ...node, version: node.version + 1, updatedAt: c.now };
}

function recordUpdate(c: Change, tree: Tree, changed: string[], node: TreeNode): void {
  c.record(`${tree}.updated`, { type: tree, id: node.id }, { changed, ...particulars(node) });
}

function particulars({ version, parentId, retired, name, path }: TreeNode) {
  return { version, parentId, retired, name, path };
}
