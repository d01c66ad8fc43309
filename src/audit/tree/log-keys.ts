import { createPublicKey } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCall } from '../../kernel/call.js';
import { newId } from '../../kernel/identifiers.js';
import { noteKeyText, type NoteSigner, signNote } from '../../kernel/proofs/signed-note.js';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { makeFirstLogKey, readLogKeys } from '../../platform/log-key-files.js';
import { StartError } from '../../platform/start-error.js';
import { Ledger } from '../ledger.service.js';
import { keysOnRecord } from './keys-on-record.js';
import type { LogIdentityRow } from './tree.entity.js';

/** The keys that sign the log, of this process. A key that was not there before is put on record at the start. */
@Injectable()
export class LogKeys implements OnModuleInit {
  private signers: NoteSigner[] = [];
  private log: Pick<LogIdentityRow, 'id' | 'origin'> | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly ledger: Ledger,
  ) {}

  /** @throws StartError where the key is gone, cannot be read, or is none of Ed25519 */
  async onModuleInit(): Promise<void> {
    if (this.config.role === 'api') return;
    const { keysDir } = this.config;
    // In this order: another process that starts for the first time makes the key first, then the row.
    this.log = await this.readIdentity();
    if (!this.log) makeFirstLogKey(keysDir);
    const keys = readLogKeys(keysDir);
    if (keys.length === 0) throw keyIsGone(keysDir);
    const origin = this.log?.origin ?? originOf(this.config.publicUrl);
    this.signers = keys.map((privateKey) => ({ name: origin, privateKey }));
    await this.putOnRecord(origin);
  }

  /** The name of the log: the first line of its checkpoints. */
  get origin(): string {
    return this.identity.origin;
  }

  /** The log as the subject of an entry. */
  get subject(): { type: 'log'; id: string } {
    return { type: 'log', id: this.identity.id };
  }

  /** Signed by every key there is, the newest first. */
  sign(text: string): string {
    return signNote(text, [...this.signers].reverse());
  }

  private get identity(): Pick<LogIdentityRow, 'id' | 'origin'> {
    if (!this.log) throw new Error('a process that serves requests only has no keys of the log');
    return this.log;
  }

  private async readIdentity(): Promise<LogIdentityRow | undefined> {
    const [row] = await this.database.read<LogIdentityRow>(
      'SELECT l.id, l.origin, l.created_at FROM log_identity l',
    );
    return row;
  }

  /** The first key makes the log's identity too; another one than the last is an entry for everybody to see. */
  private async putOnRecord(origin: string): Promise<void> {
    const newest = this.signers.at(-1);
    if (!newest) return;
    const key = noteKeyText(newest.name, createPublicKey(newest.privateKey));
    await this.ledger.write(systemCall('start'), 'change-log-key', [], async (c) => {
      await c.tx.rows(ONE_AT_A_TIME);
      const [log = { id: newId(), isNew: true }] = await c.tx.rows<{ id: string; isNew: boolean }>(IDENTITY);
      if (log.isNew) await c.tx.insert('log_identity', [{ id: log.id, origin, createdAt: c.now }]);
      const previousKey = (await keysOnRecord((sql) => c.tx.rows(sql))).at(-1) ?? null;
      if (previousKey !== key) c.record('key.changed', { type: 'log', id: log.id }, { key, previousKey });
      return { id: log.id };
    });
    this.log = await this.readIdentity();
  }
}

const ONE_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtext('amends'), hashtext('log key'))`;
const IDENTITY = 'SELECT l.id, false AS is_new FROM log_identity l';

function originOf(publicUrl: string): string {
  return `${new URL(publicUrl).hostname}/v1/audit`;
}

function keyIsGone(keysDir: string): StartError {
  return new StartError(
    `KEYS_DIR holds no log-*.pem, though the log was signed with a key before: bring that file back, or make a new ` +
      `key, which becomes an entry that everybody sees: openssl genpkey -algorithm ed25519 -out ${keysDir}/log-2.pem`,
  );
}
