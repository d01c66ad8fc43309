import { Injectable } from '@nestjs/common';
import { TemplateBook } from '../../communications/templates/template-book.js';
import type { Templates } from '../../communications/letters/templates.js';
import { CalendarBook } from '../../standards/calendars/calendar-book.js';
import { ChosenProfile } from '../../standards/profiles/chosen-profile.js';
import { profileCalendar } from '../../standards/profiles/profile-calendar.js';
import { PROFILES, type ProfileName } from '../../standards/profiles/profiles.js';
import type { Standard, Traits } from '../../standards/standard.js';
import { StandardBook } from '../../standards/standard-book.js';
import type { Complaint } from '../complaint.entity.js';
import { type CalendarAtHand, fitting, type Measure, type Terms } from './terms.js';

type Kept = Pick<Complaint, 'standardId' | 'standardVersion' | 'profile'>;

/**
 * What complaints are measured by, from memory. It is fetched before a transaction begins: one that waited for another
 * connection of the pool could wait for itself.
 */
@Injectable()
export class TermsService {
  constructor(
    private readonly standards: StandardBook,
    private readonly calendars: CalendarBook,
    private readonly chosen: ChosenProfile,
    private readonly letters: TemplateBook,
  ) {}

  /** The standards of the house, their calendars and the templates of letters, as they were a second ago at most. */
  async house(): Promise<House> {
    const standards = await this.standards.current();
    const templates = await this.letters.current();
    const used = await Promise.all([...this.standards.calendarIds].map((id) => this.calendars.current(id)));
    const calendars = new Map<string, CalendarAtHand>(used.map((calendar) => [calendar.id, calendar]));
    const at = (id: string, version: number) => this.standards.at(id, version);
    return new House(standards, calendars, this.chosen, templates, at);
  }
}

/** The standards of the house at one moment. */
export class House {
  readonly offered: readonly Measure[];

  constructor(
    standards: readonly Standard[],
    private readonly calendars: ReadonlyMap<string, CalendarAtHand>,
    private readonly chosen: ChosenProfile,
    private readonly templates: Templates,
    /** From memory, but for a version that came and went within a second. */
    private readonly standard: (id: string, version: number) => Promise<Standard>,
  ) {
    this.offered = standards.map((one) => this.measure(one));
  }

  /** Of a complaint that is there: the version of the standard that it keeps, the profile that held when it came. */
  async of({ standardId: id, standardVersion: version, profile }: Kept): Promise<Terms> {
    const kept = this.measure(await this.standard(id, version));
    const law = profile === this.chosen.profile.name ? this.chosen : await lawOf(profile);
    const { calendars, offered, templates } = this;
    return { ...kept, ...legal(law), calendars, offered, templates };
  }

  /** The same house, with other standards; one of them may count by a calendar that none does yet. */
  offering(standards: readonly Standard[], another: CalendarAtHand | null): House {
    const calendars = new Map([...this.calendars, ...(another?.id ? [[another.id, another] as const] : [])]);
    return new House(standards, calendars, this.chosen, this.templates, this.standard);
  }

  /** Of a complaint that begins now: the standard that fits, and the profile that was chosen at set-up. */
  for(traits: Traits): Terms {
    const { calendars, offered, templates } = this;
    return { ...fitting(offered, traits), ...legal(this.chosen), calendars, offered, templates };
  }

  private measure(standard: Standard): Measure {
    const { calendarId } = standard;
    return { standard, calendar: calendarId === null ? null : (this.calendars.get(calendarId) ?? null) };
  }
}

type Law = Pick<ChosenProfile, 'profile' | 'calendar'>;

/** A complaint from before another profile was chosen keeps its own. */
async function lawOf(name: string): Promise<Law> {
  const profile = PROFILES[name as ProfileName];
  return { profile, calendar: await profileCalendar(profile) };
}

function legal({ profile, calendar }: Law): Pick<Terms, 'profile' | 'legalCalendar'> {
  return { profile, legalCalendar: calendar && { id: null, ...calendar } };
}
