import type { FastifyRequest } from 'fastify';
import { isId } from '../../kernel/identifiers.js';
import type { SubjectType } from '../entry-fields.js';
import { LISTED, OF_PATH } from './shown.js';

/** Whose data a request is about. */
export interface Concerned {
  type: SubjectType;
  id: string;
}

/** What the path names: the complaint, whichever of its parts is asked for. Null where it names nothing. */
export function concernedBy(route: string, params: unknown): Concerned | null {
  const place = placeOf(route);
  const id = place && (params as Record<string, string | undefined>)[place.param];
  return place && isId(id) ? { type: place.type, id: id.toLowerCase() } : null;
}

/** Whom the items of a page are about, each once. */
export function concernedIn(operationId: string, items: readonly unknown[]): Concerned[] {
  const listed = LISTED[operationId];
  if (!listed) return [];
  const ids = new Set(items.map((item) => idOf((item as Record<string, unknown>)[listed.at])).filter(isId));
  return [...ids].map((id) => ({ type: listed.type, id }));
}

/** The items of a page or a piece of the feed, or null where something else was answered. */
export function itemsOf(answered: object | undefined): readonly unknown[] | null {
  const { items, ...next } = (answered ?? {}) as { items?: unknown };
  return Array.isArray(items) && ('nextCursor' in next || 'nextPosition' in next) ? items : null;
}

/** Filters that hold words of persons. */
const WORDS = ['q', 'email', 'phone'] as const;

export function searchesByWords(query: object | undefined): boolean {
  const given = (query ?? {}) as Partial<Record<string, unknown>>;
  return WORDS.some((word) => given[word] !== undefined);
}

/** The complaints that a search of the log is narrowed to. */
export function complaintsAskedFor(query: object | undefined): Concerned[] {
  const { complaintId } = (query ?? {}) as { complaintId?: string | string[] };
  return [complaintId ?? []].flat().map((id) => ({ type: 'complaint', id }));
}

interface Place {
  type: SubjectType;
  param: string;
}

/** By the template of the route: there are as many as there are routes. */
const places = new Map<string, Place | null>();

function placeOf(route: FastifyRequest['routeOptions']['url'] & string): Place | null {
  const known = places.get(route);
  if (known !== undefined) return known;
  const [, before = '', param = ''] = /\/([a-z-]+)\/:(\w+)/.exec(route) ?? [];
  const type = OF_PATH[before];
  const place = type === undefined ? null : { type, param };
  places.set(route, place);
  return place;
}

/** An item names its complaint by the id, or shows a part of it. */
function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value;
}
