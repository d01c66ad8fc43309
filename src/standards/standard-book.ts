import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { notFound } from '../kernel/refusal.js';
import { ShortMemory } from '../kernel/short-memory.js';
import { Database } from '../platform/database/database.js';
import type { Standard } from './standard.js';
import type { StandardSpec } from './standard.entity.js';

/** What one process changes is felt on every other within a second. */
const REMEMBERED_MS = 1000;
const VERSIONS = 1000;

type Standards = Promise<readonly Standard[]>;

/** The standards as complaints need them, from memory: receiving a complaint asks for them each time. */
@Injectable()
export class StandardBook {
  /** Of every version that complaints can have kept. */
  readonly calendarIds = new Set<string>();
  private standing: { standards: Standards; until: number } | null = null;
  private kept: Promise<void> | null = null;
  private readonly versions = new ShortMemory<Promise<Standard>>(VERSIONS);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those in use, in the order in which they are asked: the default one is the last. */
  current(): Standards {
    const now = this.clock.now().getTime();
    if (this.standing && this.standing.until > now) return this.standing.standards;
    const standing = { standards: this.loadCurrent(), until: now + REMEMBERED_MS };
    this.standing = standing;
    standing.standards.catch(() => {
      if (this.standing === standing) this.standing = null;
    });
    return standing.standards;
  }

  /**
   * A version as it was, which never changes.
   * @throws Refusal `not_found`
   */
  at(id: string, version: number): Promise<Standard> {
    const key = `${id}/${version}`;
    const known = this.versions.get(key, 0);
    if (known) return known;
    const asked = this.loadVersion(id, version);
    this.versions.set(key, asked, Infinity);
    asked.catch(() => this.versions.delete(key));
    return asked;
  }

  /** After this process changed a standard. */
  forgetCurrent(): void {
    this.standing = null;
  }

  private async loadCurrent(): Standards {
    this.kept ??= this.loadKept().catch((error: unknown) => {
      this.kept = null;
      throw error;
    });
    await this.kept;
    const rows = await this.database.read<Row>(
      `SELECT s.id, s.version, v.spec FROM standards s
       JOIN standard_versions v ON v.standard_id = s.id AND v.version = s.version
       WHERE s.active ORDER BY s.rank`,
    );
    const standards = rows.map(standardOf);
    this.remember(standards);
    return standards;
  }

  /**
   * All versions that complaints can have kept, once, before any of them is asked for: a transaction that had to fetch
   * one would wait for a second connection, and so could all of them at once.
   */
  private async loadKept(): Promise<void> {
    const rows = await this.database.read<Row>(
      `SELECT v.standard_id AS id, v.version, v.spec FROM standard_versions v
       ORDER BY v.created_at DESC, v.version DESC LIMIT $1`,
      [VERSIONS],
    );
    this.remember(rows.map(standardOf));
  }

  private remember(standards: readonly Standard[]): void {
    for (const standard of standards) {
      if (standard.calendarId !== null) this.calendarIds.add(standard.calendarId);
      this.versions.set(`${standard.id}/${standard.version}`, Promise.resolve(standard), Infinity);
    }
  }

  private async loadVersion(id: string, version: number): Promise<Standard> {
    const [row] = await this.database.read<Row>(
      `SELECT v.standard_id AS id, v.version, v.spec FROM standard_versions v
       WHERE v.standard_id = $1 AND v.version = $2`,
      [id, version],
    );
    if (!row) throw notFound();
    return standardOf(row);
  }
}

interface Row {
  id: string;
  version: number;
  spec: StandardSpec;
}

function standardOf({ id, version, spec }: Row): Standard {
  const { active: _, ...rest } = spec;
  return { id, version, ...rest };
}
