import { Injectable } from '@nestjs/common';
import { approversOf, roomsOf, widest } from '../../access/authority/granting.js';
import { may } from '../../access/roles.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { writeAmount } from '../../kernel/money/money.js';
import { invalid, Refusal } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { parameterError } from '../../platform/http/input/query-input.js';
import type { Query } from '../case/case-view.js';
import { ComplaintReads } from '../shown/complaint.reads.js';
import { withMerged } from './merged-here.js';
import type { MyAuthorityDto, RoomDto } from './my-authority.dto.js';

/** What the caller may grant alone at the moment, and who may grant more. */
@Injectable()
export class MyAuthorityReads {
  constructor(
    private readonly database: Database,
    private readonly complaints: ComplaintReads,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal 400 for a complaint that is not there. */
  async of(caller: Actor, complaintId: string | null): Promise<MyAuthorityDto> {
    const complainedAbout = complaintId === null ? [] : await this.complainedAbout(complaintId);
    const userId = caller.id ?? '';
    const roles = may(caller, 'remedy:propose') && !complainedAbout.includes(userId) ? caller.roles : null;
    const now = this.clock.now();
    const complaintIds = complaintId === null ? [] : await withMerged(this.query, complaintId);
    const granter = roles && { userId, roles, complaintIds, now };
    const rooms = granter ? await roomsOf(this.query, granter, null) : [];
    const except = [userId, ...complainedAbout];
    const currencies: RoomDto[] = [];
    for (const { currency } of await this.query<{ currency: string }>(CURRENCIES, [now])) {
      const room = widest(rooms.filter(({ authority }) => authority.currency === currency));
      const left = room?.left ?? 0n;
      currencies.push({
        currency,
        amount: writeAmount({ minor: left, currency }),
        authorityId: room?.authority.id ?? null,
        approvers: await approversOf(this.query, { currency, minor: left + 1n }, except, now),
      });
    }
    return { complaintId, currencies };
  }

  private readonly query: Query = (sql, params) => this.database.read(sql, params);

  private async complainedAbout(complaintId: string): Promise<string[]> {
    try {
      return (await this.complaints.row(complaintId)).complainedAboutUserIds;
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'not_found')) throw error;
      throw invalid([parameterError('complaintId', 'not_found')]);
    }
  }
}

const CURRENCIES = `
  SELECT DISTINCT a.currency FROM authorities a
  WHERE a.valid_from <= $1::timestamptz AND (a.valid_until IS NULL OR a.valid_until > $1)
  ORDER BY a.currency`;
