import type { ParsedEntry } from '../../audit/entries/entry-bytes.js';

/** What the log says of a complaint, from its entries alone. Nothing here looks at a row. */

/** An entry as it is replayed: plain values only, for nothing that is replayed is personal. */
export interface LoggedEntry {
  /** Null until it is sealed. */
  position: number | null;
  entry: Pick<ParsedEntry, 'type' | 'subject' | 'complaintId' | 'data'>;
}

/** A value, and where it was said last. */
export interface Said {
  value: string | null;
  position: number | null;
}

export type ComplaintField = 'state' | 'ownerId' | 'level';
export type PromiseField = 'kind' | 'state' | 'dueAt' | 'pausedSince';

export interface ReplayedPromise {
  fields: Record<PromiseField, Said>;
  /** The complaint that it belongs to by now. */
  complaintId: string;
  position: number | null;
}

export interface Replayed {
  /** Null where no entry tells of it. */
  complaint: Record<ComplaintField, Said> | null;
  /** Those of the complaint, by id. */
  promises: Map<string, ReplayedPromise>;
}

/**
 * Replays a complaint.
 * @param entries in their order: its own, those about promises of complaints merged into it, and those that say what
 * went from it to the one that it was merged into
 */
export function replay(complaintId: string, entries: readonly LoggedEntry[]): Replayed {
  const promises = new Map<string, ReplayedPromise>();
  let complaint: Replayed['complaint'] = null;
  for (const logged of entries) {
    const { type, subject } = logged.entry;
    if (subject.type === 'promise') replayPromise(promises, logged);
    if (type === 'complaint.absorbed') absorb(promises, logged);
    if (subject.type === 'complaint' && subject.id === complaintId)
      complaint = replayComplaint(complaint ?? unsaid(), logged);
  }
  const own = [...promises].filter(([, promise]) => promise.complaintId === complaintId);
  return { complaint, promises: new Map(own) };
}

type Complaint = Record<ComplaintField, Said>;

function unsaid(): Complaint {
  const nothing = { value: null, position: null };
  return { state: nothing, ownerId: nothing, level: { value: '0', position: null } };
}

const OWNER_ENTRIES = ['complaint.owner_assigned', 'complaint.owner_changed'];

/** Each entry of a complaint says the state after it, and the level where that may have changed. */
function replayComplaint(before: Complaint, { entry: { type, data }, position }: LoggedEntry): Complaint {
  const { state, level, ownerId } = data;
  return {
    state: typeof state === 'string' ? { value: state, position } : before.state,
    level: typeof level === 'number' ? { value: String(level), position } : before.level,
    ownerId: OWNER_ENTRIES.includes(type) ? { value: text(ownerId), position } : before.ownerId,
  };
}

/** What each entry of a promise makes of it. */
const STATES: Readonly<Record<string, (data: ParsedEntry['data']) => string>> = {
  'promise.made': () => 'open',
  'promise.kept': ({ late }) => (late === true ? 'kept_late' : 'kept'),
  'promise.broken': () => 'broken',
  'promise.moved': () => 'moved',
  'promise.released': () => 'released',
};

function replayPromise(promises: Map<string, ReplayedPromise>, { entry, position }: LoggedEntry): void {
  const { type, subject, complaintId, data } = entry;
  const said = (value: unknown): Said => ({ value: text(value), position });
  const nothing = said(null);
  const before = promises.get(subject.id)?.fields ?? {
    ...{ kind: said(data.kind), state: nothing, dueAt: nothing, pausedSince: nothing },
  };
  const state = STATES[type]?.(data);
  const timed = type === 'promise.made' || type === 'promise.recomputed';
  const goesOn = type === 'promise.recomputed' && data.cause === 'resumed';
  const waits = type === 'promise.made' || type === 'promise.paused';
  const fields = {
    kind: before.kind,
    state: state === undefined ? before.state : said(state),
    dueAt: timed ? said(data.dueAt) : before.dueAt,
    pausedSince: waits || goesOn ? said(waits ? data.pausedSince : null) : before.pausedSince,
  };
  promises.set(subject.id, { fields, complaintId: complaintId ?? '', position });
}

/** What was broken goes with a merge as it is, from whichever complaint it was at. */
function absorb(promises: Map<string, ReplayedPromise>, { entry, position }: LoggedEntry): void {
  const { complaintId, data } = entry;
  for (const id of (data.brokenPromiseIds ?? []) as string[]) {
    const promise = promises.get(id);
    if (promise) promises.set(id, { ...promise, complaintId: complaintId ?? '', position });
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
