import type { Step } from './step.js';

/** What Anna is told, and how she wants to be. */
export const NOTICES_STORY: Step[] = [
  {
    operation: 'listNotices',
    says: 'Anna looks what has come.',
    as: 'anna',
    query: { unread: true, limit: 3, count: true },
    keep: 'inbox',
  },
  {
    operation: 'readNotices',
    says: 'She has seen the newest, and with it all before.',
    as: 'anna',
    body: { upTo: '{inbox.items.0.id}' },
  },
  {
    operation: 'getNoticeSettings',
    says: 'So notices come to her.',
    as: 'anna',
    keep: 'usual',
  },
  {
    operation: 'updateNoticeSettings',
    says: 'In the evening she wants to be left alone, and answers of customers are enough once a day.',
    as: 'anna',
    headers: { 'If-Match': '"{usual.version}"' },
    body: { reply: 'digest', digestAt: '08:30', quiet: { from: '19:00', until: '07:30' } },
  },
];
