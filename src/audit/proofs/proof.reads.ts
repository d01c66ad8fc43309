import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { TlogProof } from '../../kernel/proofs/tlog-proof.js';
import { INPUT_CODES, invalid, notFound, Refusal } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { keysOnRecord } from '../tree/keys-on-record.js';
import { type Read, storedTree } from '../tree/stored-tree.js';
import type { LogCheckpointRow } from '../tree/tree.entity.js';
import type { ConsistencyDto, ConsistencyQuery, ProofDto } from './proof.dto.js';

/** What was signed last. */
export type Signed = Pick<LogCheckpointRow, 'size' | 'note'>;

/** For so long a proof is waited for, in milliseconds: an entry is sealed and signed in little more than a second. */
const PATIENCE = 4000;
const LOOK_AGAIN = 50;

/** Proofs about the log, made from the tiles of its tree. */
@Injectable()
export class ProofReads {
  private readonly read: Read = (sql, params) => this.database.read(sql, params);
  private readonly tree = storedTree(this.read);

  constructor(private readonly database: Database) {}

  /** @throws Refusal 404 before the first checkpoint */
  async latest(): Promise<Signed> {
    const [signed] = await this.read<Signed>(LATEST);
    if (!signed) throw notFound();
    return signed;
  }

  /** The public keys that ever signed the log, the one in use last. */
  keys(): Promise<string[]> {
    return keysOnRecord(this.read);
  }

  /** @throws Refusal 404, 409 `proof_pending` */
  async ofEntry(entryId: string): Promise<ProofDto> {
    const { position, leafHash, signed } = await this.placed(entryId);
    const [{ index, path, checkpoint }] = (await this.inclusion([position], signed)) as [TlogProof];
    return {
      ...{ entryId, position, index, leafHash: leafHash.toString('base64') },
      path: path.map((hash) => hash.toString('base64')),
      size: signed.size,
      checkpoint,
    };
  }

  /** The proofs of entries that a checkpoint covers, by their positions. */
  async inclusion(positions: readonly number[], { size, note }: Signed): Promise<TlogProof[]> {
    const indexes = positions.map((position) => position - 1);
    const paths = await this.tree.inclusion(indexes, size);
    return indexes.map((index, at) => ({ index, path: paths[at] ?? [], checkpoint: note }));
  }

  /** @throws Refusal 400 where there are no two such checkpoints */
  async consistency({ from, to }: ConsistencyQuery): Promise<ConsistencyDto> {
    const { size } = await this.latest();
    const errors = [
      ...(to > size ? [{ parameter: 'to', code: 'max' as const, detail: INPUT_CODES.max }] : []),
      ...(from > to ? [{ parameter: 'from', code: 'max' as const, detail: INPUT_CODES.max }] : []),
    ];
    if (errors.length > 0) throw invalid(errors);
    const path = await this.tree.consistency(from, to);
    return { from, to, path: path.map((hash) => hash.toString('base64')) };
  }

  /**
   * The latest checkpoint once it covers a position.
   * @param positionNow looks where the position is by now, null as long as it has none
   * @throws Refusal 409 `proof_pending` where that takes too long
   */
  async covering(positionNow: () => Promise<number | null>): Promise<Signed> {
    const end = performance.now() + PATIENCE;
    for (;;) {
      const position = await positionNow();
      const [signed] = await this.read<Signed>(LATEST);
      if (position !== null && signed && signed.size >= position) return signed;
      if (performance.now() > end)
        throw new Refusal('proof_pending', 'No signed checkpoint covers this yet.');
      await pause(LOOK_AGAIN);
    }
  }

  private async placed(entryId: string): Promise<{ position: number; leafHash: Buffer; signed: Signed }> {
    let place: { position: number | null; leafHash: Buffer | null } | undefined;
    const signed = await this.covering(async () => {
      [place] = await this.read<NonNullable<typeof place>>(PLACE, [entryId]);
      if (!place) throw notFound();
      return place.position;
    });
    if (!place?.position || !place.leafHash) throw new Error('a covered entry has a place');
    return { position: place.position, leafHash: place.leafHash, signed };
  }
}

const LATEST = 'SELECT c.size, c.note FROM log_checkpoints c ORDER BY c.size DESC LIMIT 1';
const PLACE = `SELECT p.position, p.leaf_hash FROM entries e LEFT JOIN entry_positions p ON p.entry_id = e.id
  WHERE e.id = $1`;
