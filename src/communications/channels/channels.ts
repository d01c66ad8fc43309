import { SEND_MAIL } from '../mail-out/mail-out.jobs.js';
import type { Channel } from './channel.js';

/** Every way on which a customer can be answered. A new channel is a folder with its job, and a line here. */
export const CHANNELS = {
  tracking: { handsOver: 'at_once' },
  email: { handsOver: 'by_job', job: SEND_MAIL },
  phone: { handsOver: 'by_person' },
  letter: { handsOver: 'by_person' },
  visit: { handsOver: 'by_person' },
  /** Nobody can be reached: to put the words on record is all that can be done. */
  none: { handsOver: 'at_once' },
} as const satisfies Record<string, Channel>;

export type Way = keyof typeof CHANNELS;

export function channelOf(way: Way): Channel {
  return CHANNELS[way];
}
