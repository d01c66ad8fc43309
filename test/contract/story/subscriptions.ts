import type { TestApp } from '../../support/app.js';
import type { Step } from './step.js';

const NAME = 'NoticesSubscription.tell';
const OF_IT = { name: NAME };

/** What nobody can know before: where the log is, and who is at work at this moment. */
function steady(waiting: number, more: object = {}): (body: unknown) => unknown {
  const parked = { streams: Math.min(waiting, 2), entries: waiting };
  const lag = { entries: waiting, seconds: waiting && 540 };
  return (body) => ({
    ...(body as object),
    ...{ position: Number.MAX_SAFE_INTEGER, lag, parked, lease: null },
    ...more,
  });
}

/**
 * Two entries of one complaint and one of another, on which the subscriber failed: nothing that anybody could ask of
 * the API brings that about.
 */
async function failure(app: TestApp): Promise<void> {
  await app.database.read(
    `WITH told AS (
       SELECT e.complaint_id, p.position,
         row_number() OVER (PARTITION BY e.complaint_id ORDER BY p.position) AS nth,
         count(*) OVER (PARTITION BY e.complaint_id) AS of
       FROM entries e JOIN entry_positions p ON p.entry_id = e.id
       WHERE e.type IN ('complaint.owner_assigned', 'message.received')
     ), one AS (SELECT t.complaint_id AS id FROM told t WHERE t.of > 1 ORDER BY t.position LIMIT 1)
     INSERT INTO subscription_parked
       (subscription, position, stream, attempts, last_error, next_attempt_at, parked_at)
     SELECT $1, f.position, 'complaint:' || f.complaint_id, CASE WHEN f.nth = 1 THEN 7 ELSE 0 END,
       CASE WHEN f.nth = 1 THEN 'TimeoutError: no answer within 5 s' END, now() + interval '1 hour', $2
     FROM (
       (SELECT t.* FROM told t JOIN one ON one.id = t.complaint_id WHERE t.nth <= 2)
       UNION ALL
       (SELECT t.* FROM told t JOIN one ON one.id <> t.complaint_id WHERE t.nth = 1 ORDER BY t.position LIMIT 1)) f`,
    [NAME, app.now()],
  );
}

interface Parked {
  complaintId: string;
  first: boolean;
  parkedAt: string;
}

/** The one that waits, the one that it waits for, and the one of another complaint. */
function three(body: unknown): Record<string, Parked | undefined> {
  const { items } = body as { items: Parked[] };
  const behind = items.find(({ first }) => !first);
  const firsts = items.filter(({ first }) => first);
  return {
    behind,
    head: firsts.find(({ complaintId }) => complaintId === behind?.complaintId),
    other: firsts.find(({ complaintId }) => complaintId !== behind?.complaintId),
  };
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
      const page = body as { items: unknown[] };
      return { ...page, items: page.items.map(steady(0)) };
    },
  },
  {
    operation: 'getSubscription',
    says: 'People are not told everything: something stands still.',
    as: 'otto',
    params: OF_IT,
    shows: steady(3),
  },
  {
    operation: 'listParkedEntries',
    says: 'These are the entries on which it failed, and one that waits.',
    as: 'ada',
    params: OF_IT,
    keep: 'parked',
    keeps: three,
    shows: (body) => {
      const { items, nextCursor } = body as { items: Parked[]; nextCursor: null };
      return { items: items.map((one) => ({ ...one, nextAttemptAt: one.parkedAt })), nextCursor };
    },
  },
  {
    operation: 'retryParkedEntry',
    says: 'What only waits is not tried.',
    as: 'ada',
    params: { ...OF_IT, position: '{parked.behind.position}' },
    refused: 'action_refused',
  },
  {
    operation: 'skipParkedEntry',
    says: 'Nor is it skipped.',
    as: 'ada',
    params: { ...OF_IT, position: '{parked.behind.position}' },
    body: { reason: 'Anna was told on the phone.' },
    refused: 'action_refused',
  },
  {
    operation: 'retryParkedEntry',
    says: 'The database is well again: the first is tried now.',
    as: 'ada',
    params: { ...OF_IT, position: '{parked.head.position}' },
    shows: steady(3),
  },
  {
    operation: 'skipParkedEntry',
    says: 'Of the other one Anna knows already.',
    as: 'ada',
    params: { ...OF_IT, position: '{parked.other.position}' },
    body: { reason: 'Anna was told on the phone.' },
    shows: steady(0),
  },
  {
    operation: 'replaySubscription',
    says: 'Whether anything else was left out? All is handled again, and nobody is told twice.',
    as: 'ada',
    params: OF_IT,
    body: { after: 0, reason: 'To be sure that nobody was left out.' },
    shows: steady(0, { position: 0, lag: { entries: 212, seconds: 86_400 }, replayUntil: 4711 }),
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
