import { Column, Entity, PrimaryColumn } from 'typeorm';

const time = { type: 'timestamptz', precision: 3 } as const;

/** The log itself: one row, made at the first start. */
@Entity('log_identity')
export class LogIdentityRow {
  @PrimaryColumn('uuid') id: string;
  /** The first line of every checkpoint. */
  @Column('text') origin: string;
  @Column(time) createdAt: Date;
}

/** A full tile of the tree: 256 hashes, and the root over them, which stands in the tile above. */
@Entity('log_tiles')
export class LogTileRow {
  @PrimaryColumn('smallint') level: number;
  @PrimaryColumn('bigint') index: number;
  @Column('bytea') hashes: Buffer;
  @Column('bytea') root: Buffer;
}

/** A signed statement about the first `size` positions. */
@Entity('log_checkpoints')
export class LogCheckpointRow {
  @PrimaryColumn('bigint') size: number;
  @Column('bytea') root: Buffer;
  /** The signed note, as it was handed out. */
  @Column('text') note: string;
  @Column(time) at: Date;
}
