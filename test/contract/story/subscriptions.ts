import type { TestApp } from '../../support/app.js';
import type { Step } from './step.js';

const NAME = 'NoticesSubscription.tell';
const OF_IT = { name: NAME };

/** What nobody can know before: where the log is, and who is at work at this moment. */
function steady(body: unknown): unknown {
  const { replayUntil, ...shown } = body as { replayUntil: number | null };
  const fixed = { position: 4711, lastPosition: 4711, lease: null };
  return { ...shown, ...fixed, lag: { entries: 2, seconds: 540 }, replayUntil };
}

/** Two entries on which the subscriber failed: nothing that anybody could ask of the API brings that about. */
async function failure(app: TestApp): Promise<void> {
  await app.database.read(
    `INSERT INTO subscription_parked
       (subscription, position, stream, attempts, last_error, next_attempt_at, parked_at)
     SELECT $1, f.position, 'complaint:' || f.complaint_id, 7, 'TimeoutError: no answer within 5 s',
       now() + interval '1 hour', $2
     FROM (SELECT DISTINCT ON (e.complaint_id) e.complaint_id, p.position
           FROM entries e JOIN entry_positions p ON p.entry_id = e.id
           WHERE e.type IN ('complaint.owner_assigned', 'message.received')
           ORDER BY e.complaint_id, p.position) f
     ORDER BY f.position LIMIT 2`,
    [NAME, app.now()],
  );
}

/** A part of the program failed, and Ada lets it go on. */
export const SUBSCRIPTIONS_STORY: Step[] = [
  {
    operation: 'listSubscriptions',
    says: 'Otto looks how far those are that follow the log.',
    as: 'otto',
    query: { limit: 1 },
    meanwhile: failure,
    shows: (body) => {
      const { items } = body as { items: unknown[] };
      return { items: items.map((one) => ({ ...(steady(one) as object), lag: { entries: 0, seconds: 0 } })) };
    },
  },
  {
    operation: 'getSubscription',
    says: 'People are not told everything: something stands still.',
    as: 'otto',
    params: OF_IT,
    shows: steady,
  },
  {
    operation: 'listParkedEntries',
    says: 'These are the entries on which it failed.',
    as: 'ada',
    params: OF_IT,
    keep: 'parked',
    shows: (body) => {
      const { items, nextCursor } = body as { items: { parkedAt: string }[]; nextCursor: null };
      return { items: items.map((one) => ({ ...one, nextAttemptAt: one.parkedAt })), nextCursor };
    },
  },
  {
    operation: 'retryParkedEntry',
    says: 'The database is well again: the first is tried now.',
    as: 'ada',
    params: { ...OF_IT, position: '{parked.items.0.position}' },
    shows: steady,
  },
  {
    operation: 'skipParkedEntry',
    says: 'Of the second Anna knows already.',
    as: 'ada',
    params: { ...OF_IT, position: '{parked.items.1.position}' },
    body: { reason: 'Anna was told on the phone.' },
    shows: (body) => ({ ...(steady(body) as object), lag: { entries: 0, seconds: 0 } }),
  },
  {
    operation: 'replaySubscription',
    says: 'Whether anything else was left out? All is handled again, and nobody is told twice.',
    as: 'ada',
    params: OF_IT,
    body: { after: 0, reason: 'To be sure that nobody was left out.' },
    shows: (body) => ({ ...(steady(body) as object), position: 0, replayUntil: 4711 }),
  },
  {
    operation: 'replaySubscription',
    says: 'What it has not come to cannot be handled again.',
    as: 'ada',
    params: OF_IT,
    body: { after: 1_000_000, reason: 'To be sure that nobody was left out.' },
    refused: 'action_refused',
  },
];
