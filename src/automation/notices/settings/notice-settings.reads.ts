import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { NoticeSettingsDto } from './notice-settings.dto.js';
import type { NoticeSettings } from './notice-settings.entity.js';
import { HOUSE_ZONE, usualWishes, type Wishes, WISH_NAMES } from './wishes.js';

/** What people said about their notices, and what is usual for those who said nothing. */
@Injectable()
export class NoticeSettingsReads {
  constructor(private readonly database: Database) {}

  async of({ id }: Actor): Promise<NoticeSettingsDto> {
    const [row] = await this.database.read<Row>(WISHES, [[id]]);
    const { quietFrom, quietUntil, ...wishes } = wishesOf(row);
    const quiet = quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil };
    return { ...wishes, quiet, version: row?.version ?? 1 };
  }

  /** By the ids of users. */
  async wishes(userIds: string[]): Promise<Map<string, Wishes>> {
    if (userIds.length === 0) return new Map();
    const rows = await this.database.read<Row>(WISHES, [userIds]);
    return new Map(rows.map((row) => [row.userId, wishesOf(row)]));
  }
}

/** Nothing but `userId` and `houseZone` where nothing was said. */
type Row = { [K in keyof NoticeSettings]: NoticeSettings[K] | null } & {
  userId: string;
  houseZone: string | null;
};

function wishesOf(row: Row | undefined): Wishes {
  if (!row || row.version === null) return usualWishes(row?.houseZone ?? null);
  return Object.fromEntries(WISH_NAMES.map((name) => [name, row[name]])) as unknown as Wishes;
}

const WISHES = `
  SELECT w.*, u.id AS user_id, ${HOUSE_ZONE} AS house_zone
  FROM users u LEFT JOIN notice_settings w ON w.id = u.id WHERE u.id = ANY ($1::uuid[]) ORDER BY u.id`;
