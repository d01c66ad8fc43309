import { Injectable } from '@nestjs/common';
import { Ledger, type Subject, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { newId } from '../../kernel/identifiers.js';
import { inputError, invalid } from '../../kernel/refusal.js';
import type { ClosureDto, ContactPointChangesBody, NewContactPointBody } from './contact-point.dto.js';
import type { Closure, ContactPoint } from './contact-point.entity.js';

/** Says where the house can be reached. A closed counter or a changed number is one change. */
@Injectable()
export class ContactPointsService {
  constructor(private readonly ledger: Ledger) {}

  /** @throws Refusal 400 for a calendar that there is not */
  create(call: Call, body: NewContactPointBody): Promise<Written> {
    const { kind, label, value, languages = [], calendarId = null, note = null, place = 100 } = body;
    return this.ledger.write(call, 'create contact point', calendarOf(calendarId), async (c) => {
      const point: ContactPoint = {
        ...{ id: newId(), kind, label, value, languages, calendarId, note, place },
        closures: (body.closures ?? []).map(plain),
        ...{ public: body.public ?? true, retired: false },
        ...{ version: 1, createdAt: c.now, updatedAt: c.now },
      };
      await c.tx.insert('contact_points', [point]);
      c.record('contact_point.created', { type: 'contact_point', id: point.id }, onRecord(point));
      return { id: point.id, location: `/v1/contact-points/${point.id}` };
    });
  }

  /** What is already so is no change. @throws Refusal 400 for a calendar that there is not, 404 */
  change(call: Call, id: string, body: ContactPointChangesBody): Promise<Written> {
    const subject = { type: 'contact_point', id, versioned: true } as const;
    const subjects = [subject, ...calendarOf(body.calendarId ?? null)];
    return this.ledger.write(call, 'change contact point', subjects, async (c) => {
      const before = c.row<ContactPoint>(subject);
      const given = { ...body, ...(body.closures && { closures: body.closures.map(plain) }) };
      const after = { ...before, ...given };
      const changed = FIELDS.filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field]));
      if (changed.length === 0) return { id };
      await c.tx.save('contact_points', [{ ...after, version: before.version + 1, updatedAt: c.now }]);
      c.record('contact_point.updated', subject, { changed, ...onRecord(after) });
      return { id };
    });
  }
}

const FIELDS = [
  'label',
  'value',
  'languages',
  'calendarId',
  'closures',
  'note',
  'place',
  'public',
  'retired',
] as const satisfies (keyof ContactPoint)[];

/** Nobody deletes the calendar meanwhile. */
function calendarOf(calendarId: string | null): Subject[] {
  if (calendarId === null) return [];
  const missing = invalid([inputError('/calendarId', 'not_found')]);
  return [{ type: 'calendar', id: calendarId, mode: 'share', missing }];
}

function plain({ from, to, note }: Partial<ClosureDto> & { from: string }): Closure {
  return { from, to: to ?? null, note: note ?? null };
}

function onRecord(point: ContactPoint) {
  const { kind, label, value, languages, calendarId, closures, note, retired } = point;
  return {
    ...{ kind, languages, calendarId, public: point.public, retired },
    closures: closures.map(({ from, to }) => ({ from, to })),
    ...{ label, value, note },
  };
}
