import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Checkpoints } from '../../../src/audit/tree/checkpoints.js';
import { LogKeys } from '../../../src/audit/tree/log-keys.js';
import { parseCheckpoint, type Checkpoint } from '../../../src/kernel/proofs/checkpoint.js';
import { openNote, parseNoteKey } from '../../../src/kernel/proofs/signed-note.js';
import { Config } from '../../../src/platform/config.js';
import { Conditions } from '../../../src/platform/health/conditions.js';
import { cloneDatabase, type TestDatabase } from '../../support/template-database.js';
import { callBy, TestLog } from '../test-log.js';

/** The folders of one process, which outlive it. */
export async function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'amends-tree-'));
}

/** A log that is sealed and signed, as one process of the program has it. */
export class TestTree {
  readonly conditions = new Conditions();
  readonly keys: LogKeys;
  readonly checkpoints: Checkpoints;

  private constructor(
    readonly log: TestLog,
    readonly folder: string,
  ) {
    const config = Object.assign(new Config(), {
      ...{ role: 'all', dataDir: folder, keysDir: join(folder, 'keys') },
      publicUrl: 'https://complaints.example.org:8443/api',
    });
    this.keys = new LogKeys(config, log.database, log.ledger);
    this.checkpoints = new Checkpoints(log.database, this.keys, log.clock, this.conditions, config);
  }

  /** Starts as the program does, up to the work in the background. */
  static async start(url: string, folder: string, role?: string | null): Promise<TestTree> {
    const tree = new TestTree(await TestLog.open(url, [], role), folder);
    try {
      await tree.keys.onModuleInit();
    } catch (error) {
      await tree.close();
      throw error;
    }
    return tree;
  }

  close(): Promise<void> {
    return this.log.close();
  }

  /** So many entries about nothing in particular, in writes of at most 500. */
  async write(entries: number): Promise<void> {
    for (let left = entries; left > 0; left -= 500) {
      await this.log.ledger.write(callBy(), 'disable', [], (c) => {
        for (let one = Math.min(left, 500); one > 0; one--)
          c.record('user.disabled', { type: 'user', id: ID }, {});
        return Promise.resolve({ id: ID });
      });
    }
  }

  /** Seals and signs what there is. */
  async sign(): Promise<void> {
    await this.log.sealer.sealAll();
    await this.checkpoints.turn();
  }

  /** The last checkpoint, its signature checked by the keys on record. */
  async last(): Promise<Checkpoint> {
    const note = await this.log.value<string>(
      'SELECT note AS value FROM log_checkpoints ORDER BY size DESC LIMIT 1',
    );
    return parseCheckpoint(
      openNote(
        note,
        (await this.recorded()).map(({ key }) => parseNoteKey(key)),
      ).text,
    );
  }

  /** What `key.changed` entries say, in order. */
  async recorded(): Promise<{ key: string; previousKey: string | null }[]> {
    const rows = await this.log.database.read<{ data: { key: string; previousKey: string | null } }>(
      `SELECT convert_from(e.bytes, 'UTF8')::jsonb -> 'data' AS data FROM entries e
       WHERE e.type = 'key.changed' ORDER BY e.seq`,
    );
    return rows.map(({ data }) => data);
  }
}

const ID = '019ab000-0000-7000-8000-00000000000a';

/** A database and a folder for one test. */
export async function freshHouse(): Promise<{
  copy: TestDatabase;
  folder: string;
  clear: () => Promise<void>;
}> {
  const [copy, folder] = [await cloneDatabase(), await makeFolder()];
  const clear = async () => {
    await copy.drop();
    await rm(folder, { recursive: true, force: true });
  };
  return { copy, folder, clear };
}

/** What somebody with full power over the database does, or a restore. */
export async function asOwner(
  house: { copy: TestDatabase; folder: string },
  ...statements: string[]
): Promise<void> {
  const owner = await TestTree.start(house.copy.url, house.folder, null);
  try {
    for (const table of ['entries', 'entry_positions', 'log_tiles', 'log_checkpoints'])
      await owner.log.database.read(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
    for (const statement of statements) await owner.log.database.read(statement);
  } finally {
    await owner.close();
  }
}
