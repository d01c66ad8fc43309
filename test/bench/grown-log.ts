import { IdempotencyStore } from '../../src/audit/door/idempotency.store.js';
import { encodeEntry, type EntryContent } from '../../src/audit/entries/entry-bytes.js';
import { type EntryType, entrySpec } from '../../src/audit/entry-catalogue.js';
import { LogSignal } from '../../src/audit/following/log-signal.js';
import { Sealer } from '../../src/audit/following/sealer.js';
import { Ledger } from '../../src/audit/ledger.service.js';
import { Checkpoints } from '../../src/audit/tree/checkpoints.js';
import { LogKeys } from '../../src/audit/tree/log-keys.js';
import { Clock } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/identifiers.js';
import { readConfig } from '../../src/platform/config.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { Database } from '../../src/platform/database/database.js';
import { Conditions } from '../../src/platform/health/conditions.js';

/** Entries that are inserted, sealed and signed at once. */
const BATCH = 5000;
/** What happens to a complaint, again and again. */
const LIFE: readonly EntryType[] = [
  'complaint.escalated',
  'message.noted',
  'complaint.escalated',
  'promise.kept',
  'message.noted',
];
const WORDS = 'The bed arrived with a broken leg, and nobody answers the phone. ';

/** A log of many entries, with their values, in the order of the work on many complaints at once. */
export class GrownLog {
  values = 0;
  checkpoints = 0;
  private readonly complaints = Array.from({ length: 200 }, () => ({ id: newId(), version: 0 }));

  private constructor(private readonly database: Database) {}

  static async grow(url: string, folder: string, entries: number): Promise<GrownLog> {
    const database = new Database(await createDataSource(url, null, []).initialize());
    const log = new GrownLog(database);
    const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' });
    const [clock, signal] = [new Clock(), new LogSignal()];
    const ledger = new Ledger(database, clock, new IdempotencyStore(database), signal);
    const keys = new LogKeys(config, database, ledger);
    await keys.onModuleInit();
    const sealer = new Sealer(database, signal, config);
    const checkpoints = new Checkpoints(database, keys, clock, new Conditions(), config);
    for (let made = 1; made < entries;) {
      made += await log.write(Math.min(BATCH, entries - made));
      await sealer.sealAll();
      await checkpoints.turn();
      log.checkpoints += 1;
    }
    await database.read('ANALYZE');
    await database.onApplicationShutdown();
    return log;
  }

  private async write(count: number): Promise<number> {
    const numbers = await this.database.read<{ seq: number }>(
      `SELECT nextval('entries_seq') AS seq FROM generate_series(1, $1::int)`,
      [count],
    );
    const rows = numbers.map(({ seq }) => this.entry(seq));
    await this.database.read(INSERT, [
      rows.map(({ content }) => content.id),
      rows.map(({ content }) => content.seq),
      rows.map(({ content }) => content.type),
      rows.map(({ content }) => content.at),
      rows.map(({ content }) => content.complaintId),
      rows.map(({ content }) => content.complaintVersion),
      rows.map(({ bytes }) => bytes),
    ]);
    const values = rows.flatMap(({ content, values }) =>
      values.map((value) => ({ id: content.id, ...value })),
    );
    await this.database.read(INSERT_VALUES, [
      values.map(({ id }) => id),
      values.map(({ pointer }) => pointer),
      values.map(({ salt }) => salt),
      values.map(({ value }) => JSON.stringify(value)),
    ]);
    this.values += values.length;
    return count;
  }

  private entry(seq: number) {
    const complaint = this.complaints[seq % this.complaints.length] ?? { id: newId(), version: 0 };
    // Done with; the next one comes in its place.
    if (complaint.version === 20) Object.assign(complaint, { id: newId(), version: 0 });
    complaint.version += 1;
    const type = LIFE[complaint.version % LIFE.length] ?? 'message.noted';
    const fields = entrySpec(type).data;
    const content: EntryContent = {
      ...{ id: newId(), seq, type, at: new Date(1_790_000_000_000 + seq) },
      actor: { kind: 'user', id: ACTOR, name: 'Anna Berg' },
      subject: { type: 'complaint', id: complaint.id },
      ...{ complaintId: complaint.id, complaintVersion: complaint.version, requestId: newId() },
      data: Object.fromEntries(
        Object.entries(fields).map(([field, { personal }]) => [field, personal ? WORDS : complaint.id]),
      ),
    };
    return { content, ...encodeEntry(content, (field) => fields[field]?.personal ?? true) };
  }
}

const ACTOR = newId();

const INSERT = `
  WITH made AS (
    INSERT INTO entries (id, seq, format, type, at, actor_kind, actor_id, subject_type, subject_id, complaint_id,
                         complaint_version, request_id, bytes)
    SELECT m.id, m.seq, 1, m.type, m.at, 'user', (convert_from(m.bytes, 'UTF8')::jsonb #>> '{actor,id}')::uuid,
      'complaint',
      m.complaint_id, m.complaint_id, m.version, convert_from(m.bytes, 'UTF8')::jsonb ->> 'requestId', m.bytes
    FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::timestamptz[], $5::uuid[], $6::int[], $7::bytea[])
         AS m (id, seq, type, at, complaint_id, version, bytes)
  )
  INSERT INTO unsealed_entries (seq, entry_id) SELECT u.seq, u.id FROM unnest($2::bigint[], $1::uuid[]) AS u (seq, id)`;

const INSERT_VALUES = `
  INSERT INTO entry_values (entry_id, pointer, salt, value)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::jsonb[])`;
