import { Injectable } from '@nestjs/common';
import { approversOf, roomsOf, widest } from '../../access/authority/granting.js';
import { standInOf } from '../../access/availability/stand-in.js';
import { withMerged } from '../../complaints/remedies/merged-here.js';
import type { UserRole } from '../../kernel/actor.js';
import { readMoney } from '../../kernel/money/money.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { NoticeSettingsReads } from './settings/notice-settings.reads.js';
import type { Wishes } from './settings/wishes.js';
import type { Audience } from './whom.js';

/** What a notice needs to know of its complaint. */
export interface NoticedComplaint {
  id: string;
  ownerId: string | null;
  complainedAboutUserIds: string[];
}

/** Somebody who is told. */
export interface Recipient {
  id: string;
  standInForId: string | null;
  wishes: Wishes;
}

/** Looks who is to be told at this moment. */
@Injectable()
export class RecipientReads {
  constructor(
    private readonly database: Database,
    private readonly settings: NoticeSettingsReads,
    private readonly clock: Clock,
  ) {}

  async complaint(id: string): Promise<NoticedComplaint | undefined> {
    const [row] = await this.query<NoticedComplaint>(COMPLAINT, [id]);
    return row;
  }

  /**
   * Nobody who is complained about, and nobody who did it themselves.
   * @param actorId whose act it was; null for the customer and the program
   */
  async of(audience: Audience, complaint: NoticedComplaint, actorId: string | null): Promise<Recipient[]> {
    const { complainedAboutUserIds } = complaint;
    const told = new Map<string, string | null>();
    const tell = (id: string | null, standInForId: string | null) => {
      if (id === null || id === actorId || complainedAboutUserIds.includes(id) || told.has(id)) return;
      told.set(id, standInForId);
    };
    const people = await this.people(audience, complaint, actorId);
    for (const { id } of people) tell(id, null);
    if (!audience.withoutStandIns) for (const { id, standInId } of people) tell(standInId, id);
    const wishes = await this.settings.wishes([...told.keys()]);
    return [...told].flatMap(([id, standInForId]) => {
      const said = wishes.get(id);
      return said ? [{ id, standInForId, wishes: said }] : [];
    });
  }

  private async people(
    audience: Audience,
    complaint: NoticedComplaint,
    actorId: string | null,
  ): Promise<Person[]> {
    if (audience.approvers) return this.approvers(audience.approvers, complaint, actorId);
    const found = await this.query<Person>(PEOPLE, [audience.users, audience.supervisors]);
    const named = found.filter(({ id }) => audience.users.includes(id));
    if (!audience.supervisors) return named;
    const free = found.filter(({ id }) => !complaint.complainedAboutUserIds.includes(id));
    const supervisors = free.filter(({ roles }) => roles.includes('supervisor'));
    const others = supervisors.length > 0 ? supervisors : free.filter(({ roles }) => roles.includes('admin'));
    return [...named, ...others];
  }

  /** Those whom the limits name, by what they may still grant on this complaint. */
  private async approvers(
    money: { amount: string; currency: string },
    { id, complainedAboutUserIds }: NoticedComplaint,
    actorId: string | null,
  ): Promise<Person[]> {
    const now = this.clock.now();
    const { minor, currency } = readMoney(money);
    const except = [...(actorId === null ? [] : [actorId]), ...complainedAboutUserIds];
    const { roles, users } = await approversOf(this.query, { minor, currency }, except, now);
    const named = users.map((user) => user.id);
    const candidates = await this.query<Person>(BY_ROLE_OR_ID, [roles, named, except]);
    const complaintIds = await withMerged(this.query, id);
    const able: Person[] = [];
    for (const one of candidates) {
      const rooms = await roomsOf(
        this.query,
        { userId: one.id, roles: one.roles, complaintIds, now },
        currency,
      );
      if ((widest(rooms)?.left ?? -1n) >= minor) able.push(one);
    }
    return able;
  }

  private readonly query = <T>(sql: string, params?: unknown[]): Promise<T[]> =>
    this.database.read(sql, params);
}

interface Person {
  id: string;
  roles: UserRole[];
  standInId: string | null;
}

const COMPLAINT = 'SELECT c.id, c.owner_id, c.complained_about_user_ids FROM complaints c WHERE c.id = $1';

const STAFF = `NOT u.disabled AND u.roles && '{agent,supervisor,admin}'`;
const PERSON = `u.id, u.roles, (${standInOf('u.id')} ->> 'id')::uuid AS stand_in_id`;

const PEOPLE = `
  SELECT ${PERSON} FROM users u
  WHERE ${STAFF} AND (u.id = ANY ($1::uuid[]) OR $2 AND u.roles && '{supervisor,admin}') ORDER BY u.id`;

/** Of so many one will do it. */
const BY_ROLE_OR_ID = `
  SELECT u.id, u.roles, NULL::uuid AS stand_in_id FROM users u
  WHERE ${STAFF} AND (u.roles && $1::text[] OR u.id = ANY ($2::uuid[])) AND NOT u.id = ANY ($3::uuid[])
  ORDER BY u.id LIMIT 100`;
