import type { NoticeSettings } from './notice-settings.entity.js';

/** How somebody wants their notices. */
export type Wishes = Omit<NoticeSettings, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

/** What holds for whoever said nothing: at once what asks for something to be done, once a day what may come to that. */
const USUAL: Omit<Wishes, 'zone'> = {
  assigned: 'at_once',
  reply: 'at_once',
  warning: 'digest',
  breach: 'at_once',
  escalated: 'at_once',
  approval: 'at_once',
  undelivered: 'at_once',
  unassigned: 'at_once',
  digestAt: '08:00',
  quietFrom: null,
  quietUntil: null,
};

export const WISH_NAMES = [...Object.keys(USUAL), 'zone'] as (keyof Wishes)[];

/** @param zone where the house is, as its usual calendar says; null where nothing says so */
export function usualWishes(zone: string | null): Wishes {
  return { ...USUAL, zone: zone ?? 'UTC' };
}

/** SQL of the zone in which the house keeps its hours: that of the calendar of the standard that holds by default. */
export const HOUSE_ZONE = `(
  SELECT c.zone FROM standards s JOIN calendars c ON c.id = s.calendar_id
  WHERE s.is_default AND s.active ORDER BY s.id LIMIT 1)`;
