import type { ProblemCode } from '../../src/kernel/refusal.js';

/**
 * The resources as a client knows them from the walk through the wire. Written by hand, not taken from the DTOs:
 * a renamed field of the program must not rename itself here.
 */
export interface Complaint {
  id: string;
  reference: string;
  state: string;
  version: number;
  channel: string;
  language: string;
  subject: string | null;
  description: string;
  desiredOutcome: string | null;
  tags: string[];
  externalId: string | null;
  complainant: { name: string; email: string | null; phone: string | null; address: string | null } | null;
  answerVia: string;
  severity: string | null;
  assessment: Record<string, unknown> | null;
  summary: string | null;
  owner: { id: string; name: string; assignedAt: string } | null;
  level: number;
  complainedAboutUserIds: string[];
  resolution: { outcome: string; explanation: string; final: boolean; resolvedAt: string } | null;
  promises: Promised[];
  nextDueAt: string | null;
  closesAt: string | null;
  disputableUntil: string | null;
  receivedAt: string;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

/** A promise; named so because a test file knows another thing by the name Promise. */
export interface Promised {
  id: string;
  kind: string;
  what: string | null;
  state: string;
  legal: boolean;
  dueAt: string;
  warnAt: string | null;
  pausedSince: string | null;
  madeBy: { kind: string; id: string | null; name: string | null };
  keptAt: string | null;
  brokenAt: string | null;
  movedToId: string | null;
  messageId: string | null;
  version: number;
  createdAt: string;
}

export interface Fact {
  id: string;
  statement: string;
  source: string;
  standing: string;
  standingReason: string | null;
  occurredAt: string | null;
  recordedBy: { id: string; name: string };
  version: number;
}

export interface Message {
  id: string;
  audience: string;
  direction: string;
  kind: string;
  body: string;
  author: { kind: string; id: string | null; name: string | null };
  delivery: { via: string; state: string; at: string | null } | null;
  heardAt: string | null;
  version: number;
  createdAt: string;
}

export interface Tracking {
  reference: string;
  state: string;
  subject: string | null;
  owner: { name: string; phone: string | null; email: string | null } | null;
  nextPromise: { kind: string; dueAt: string } | null;
  promises: { kind: string; what: string | null; dueAt: string; state: string }[];
  messages: { direction: string; body: string; at: string }[];
  resolution: { outcome: string; explanation: string } | null;
  closesAt: string | null;
  disputableUntil: string | null;
  actions: string[];
  version: number;
}

export interface LogEntry {
  id: string;
  seq: number;
  position: number | null;
  type: string;
  at: string;
  actor: { kind: string; id: string | null; name: string | null };
  subject: { type: string; id: string };
  complaintId: string | null;
  complaintVersion: number | null;
  data: Record<string, unknown>;
  requestId: string;
}

export interface ActionOffer {
  action: string;
  allowed: boolean;
  method: string;
  href: string;
  unmet: { code: string; detail: string; ids?: string[] }[];
  asks: string[];
}

export interface User {
  id: string;
  email: string;
  name: string;
  phone: string | null;
  roles: string[];
  disabled: boolean;
  version: number;
}

export interface List<T> {
  items: T[];
  nextCursor: string | null;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  requestId: string;
  errors?: { pointer?: string; parameter?: string; code: string; detail: string }[];
  unmet?: { code: string; detail: string; ids?: string[] }[];
  state?: string;
  currentVersion?: number;
}
