import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Period, WeeklyPeriod } from '../../kernel/opening-hours.js';

/** A day on which the house is closed, and why. */
export interface Holiday {
  date: string;
  name: string;
}

/** A day unlike the others of its week. */
export interface CalendarException extends Holiday {
  periods: Period[];
}

/** From a date on another zone and other hours hold. */
export interface Move {
  from: string;
  zone: string;
  hours: WeeklyPeriod[];
}

/** What a house decides about a calendar: all of it but its id and its history. */
export interface CalendarSpec {
  name: string;
  zone: string;
  hours: WeeklyPeriod[];
  holidays: Holiday[];
  exceptions: CalendarException[];
  moves: Move[];
}

const time = { type: 'timestamptz', precision: 3 } as const;

/** A calendar as it is now. */
@Entity('calendars')
export class Calendar implements CalendarSpec {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') zone: string;
  @Column('jsonb') hours: WeeklyPeriod[];
  @Column('jsonb') holidays: Holiday[];
  @Column('jsonb') exceptions: CalendarException[];
  @Column('jsonb') moves: Move[];
  @Column('integer') version: number;
  @Column(time) createdAt: Date;
  @Column(time) updatedAt: Date;
}

/** A version of a calendar, which never changes, and stays when the calendar is deleted. */
@Entity('calendar_versions')
export class CalendarVersion {
  @PrimaryColumn('uuid') calendarId: string;
  @PrimaryColumn('integer') version: number;
  @Column('jsonb') spec: CalendarSpec;
  @Column(time) createdAt: Date;
}
