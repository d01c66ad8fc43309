import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { NoticeSettingsDto } from './notice-settings.dto.js';
import type { NoticeSettings } from './notice-settings.entity.js';
import { HOUSE_ZONE, saidIn, USUAL, type Wishes, wishesOf } from './wishes.js';

/** What people said about their notices, and what is usual for those who said nothing. */
@Injectable()
export class NoticeSettingsReads {
  constructor(private readonly database: Database) {}

  async of({ id }: Actor): Promise<NoticeSettingsDto> {
    const [row] = await this.database.read<Row>(WISHES, [[id]]);
    const { quietFrom, quietUntil, ...wishes } = shown(row);
    const quiet = quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil };
    return { ...wishes, quiet, version: row?.version ?? 1 };
  }

  async houseZone(): Promise<string | null> {
    const [row] = await this.database.read<{ zone: string | null }>(`SELECT ${HOUSE_ZONE} AS zone`);
    return row?.zone ?? null;
  }

  /** By the ids of users. */
  async wishes(userIds: string[]): Promise<Map<string, Wishes>> {
    if (userIds.length === 0) return new Map();
    const rows = await this.database.read<Row>(WISHES, [userIds]);
    return new Map(rows.map((row) => [row.userId, shown(row)]));
  }
}

/** Nothing but `userId` and `houseZone` where nothing was said. */
interface Row extends Omit<NoticeSettings, 'version'> {
  version: number | null;
  userId: string;
  houseZone: string | null;
}

function shown(row: Row | undefined): Wishes {
  return wishesOf(row && row.version !== null ? saidIn(row) : USUAL, row?.houseZone ?? null);
}

const WISHES = `
  SELECT w.*, u.id AS user_id, ${HOUSE_ZONE} AS house_zone
  FROM users u LEFT JOIN notice_settings w ON w.id = u.id WHERE u.id = ANY ($1::uuid[]) ORDER BY u.id`;
