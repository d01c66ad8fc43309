import type { NoticeSettings } from './notice-settings.entity.js';

/** What somebody said about how their notices come, or what is usual. */
export type Said = Omit<NoticeSettings, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

/** The same with the zone that it comes to. */
export type Wishes = Said & { zone: string };

/** What holds for whoever said nothing: at once what asks for a deed, once a day what may come to that. */
export const USUAL: Said = {
  assigned: 'at_once',
  reply: 'at_once',
  warning: 'digest',
  breach: 'at_once',
  escalated: 'at_once',
  approval: 'at_once',
  undelivered: 'at_once',
  unassigned: 'at_once',
  digestAt: '08:00',
  zone: null,
  quietFrom: null,
  quietUntil: null,
};

export const WISH_NAMES = Object.keys(USUAL) as (keyof Said)[];

/** What was said of a row, without what else stands in it. */
export function saidIn(row: Said): Said {
  return Object.fromEntries(WISH_NAMES.map((name) => [name, row[name]])) as unknown as Said;
}

/** @param houseZone as the usual calendar says; null where nothing does */
export function wishesOf(said: Said, houseZone: string | null): Wishes {
  return { ...said, zone: said.zone ?? houseZone ?? 'UTC' };
}

/** SQL of the zone in which the house keeps its hours: that of the calendar of the standard that holds by default. */
export const HOUSE_ZONE = `(
  SELECT c.zone FROM standards s JOIN calendars c ON c.id = s.calendar_id
  WHERE s.is_default AND s.active ORDER BY s.id LIMIT 1)`;
