import { BEGINNING } from './story/story.js';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
const REFERENCE = /\b[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}\b/g;
const WAIT = /\b\d+ s\b/g;

/** The properties that hold something nobody can know before, or nobody may know after. */
const SECRETS: Record<string, string> = {
  accessToken: 'eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJl',
  refreshToken: 'amr_this-is-an-example-and-opens-nothing-0000000',
  trackingToken: 'amt_this-is-an-example-and-opens-nothing-00000000',
  ticket: 'ams_this-is-an-example-and-opens-nothing-00000000',
  secret: 'whsec_dGhpcy1pcy1hbi1leGFtcGxlLWFuZC1zaWducy1ub3RoaW5n',
  nextCursor: 'Y3Vyc29yLW9mLXRoZS1uZXh0LXBhZ2U',
};
/** Where the log ends in the examples of those who follow it. */
const LAST_POSITION = 4711;
/** The properties that hold a position in the feed, as a number or in digits. */
const FEED_PLACES = new Set(['after', 'nextPosition', 'lastPosition', 'sequence']);
/** With right check signs. */
const REFERENCES = [
  '7KQ-M3X-W95',
  '4TB-KE2-XDT',
  '5QM-PH8-RAE',
  '6GH-TW3-ZCH',
  '8WD-5RN-2K2',
  '9CF-7VJ-4PQ',
  'MBJ-ZPJ-VX2',
  '4Z8-7Z3-D2S',
  '4PX-UR3-NH8',
  '8W4-T62-RRJ',
  'VUU-S3C-6P2',
  'DBT-BWK-8G3',
  'KEB-VMC-RM2',
  'EK9-4MJ-GBX',
  'G4S-85V-MN4',
  'X9G-ENQ-97A',
  'N2A-TSF-DH4',
  '9BV-AM3-WQZ',
  'F7U-A8G-TD6',
  '2F5-ZAK-MWN',
  'V7D-582-YS4',
  'REX-VGH-WMG',
  'MPH-Z9V-ZCR',
  'G6N-DEQ-5Y6',
  'Z2N-YJE-2M5',
  '9M5-SSD-7Q3',
  'FYK-5EH-M3H',
  'EXQ-QNZ-YQT',
  'YT8-TPZ-WBN',
  'H8Y-9F4-HJM',
];

/** Replaces what differs from run to run by what does not: the same value by the same value, in order of appearance. */
export class FixedValues {
  private readonly secrets = new Map<string, string>();
  private readonly ids = new Map<string, string>();
  private readonly references = new Map<string, string>();

  /**
   * @param baseUrl where the program under test answers
   * @param entriesBefore how many entries the log had when the story began
   */
  constructor(
    private readonly baseUrl: string,
    private readonly entriesBefore: number,
  ) {}

  /** A text that is replaced wherever it stands. */
  replace(text: string, by: string): void {
    this.secrets.set(text, by);
  }

  /** Learns the secrets of an answer, wherever they stand afterwards. */
  learn(answer: unknown): void {
    if (typeof answer !== 'object' || answer === null) return;
    for (const [name, value] of Object.entries(answer)) {
      const fixed = SECRETS[name];
      if (fixed !== undefined && typeof value === 'string') this.replace(value, fixed);
      else if (name === 'contentUrl' && typeof value === 'string') this.replace(lastOf(value), SIGNED);
      else this.learn(value);
    }
  }

  of<T>(value: T): T {
    if (typeof value === 'string') return this.ofText(value) as T;
    if (Array.isArray(value)) return value.map((item: unknown) => this.of(item)) as T;
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries({
      ...value,
      ...this.placeOf(value),
      ...this.asOf(value),
      ...this.feed(value),
    });
    return Object.fromEntries(members.map(([name, one]) => [name, this.of<unknown>(one)])) as T;
  }

  /** How far a subscriber has come when it is asked depends on when it last looked. */
  private asOf(value: object): object {
    return 'asOf' in value && typeof value.asOf === 'number' ? { asOf: AS_OF } : {};
  }

  /** Entries are counted from the beginning of the story. `seq` has a gap where a transaction was repeated. */
  private placeOf({ seq, position }: { seq?: unknown; position?: unknown }): object {
    if (typeof seq !== 'number' || typeof position !== 'number') return {};
    const place = position - this.entriesBefore;
    return { seq: place, position: place };
  }

  /** Where a reader of the feed is, counted likewise. */
  private feed(value: object): object {
    if ('position' in value && 'lastPosition' in value) return this.progress(Number(value.position));
    const places = Object.entries(value).filter(([name]) => FEED_PLACES.has(name));
    return Object.fromEntries(
      places.map(([name, place]) => {
        const counted = Math.max(0, Number(place) - this.entriesBefore);
        return [name, typeof place === 'string' ? String(counted).padStart(place.length, '0') : counted];
      }),
    );
  }

  /** How far one who follows the log is; where the log ends at that moment nobody can know. */
  private progress(position: number): object {
    const counted = Math.max(0, position - this.entriesBefore);
    return { position: Math.min(counted, LAST_POSITION), lastPosition: LAST_POSITION };
  }

  private ofText(text: string): string {
    let fixed = text.replaceAll(this.baseUrl, 'http://localhost:3000');
    for (const [secret, by] of this.secrets) fixed = fixed.replaceAll(secret, by);
    return fixed
      .replace(UUID, (id) => this.idFor(id))
      .replace(TIME, nearestMinute)
      .replace(REFERENCE, (reference) => this.referenceFor(reference))
      .replace(WAIT, '900 s');
  }

  /** A UUIDv7 of the beginning of the story, counted up. */
  private idFor(id: string): string {
    if (OWN_ID.test(id)) return id;
    const fixed = this.ids.get(id) ?? ownId(this.ids.size + 1);
    this.ids.set(id, fixed);
    return fixed;
  }

  private referenceFor(reference: string): string {
    const fixed = this.references.get(reference) ?? REFERENCES[this.references.size];
    if (fixed === undefined)
      throw new Error('the story has more complaints than there are references for them');
    this.references.set(reference, fixed);
    return fixed;
  }
}

/** A step happens at a full minute and a little later; what is counted from there is a little off, too. */
function nearestMinute(time: string): string {
  return new Date(Math.round(Date.parse(time) / MINUTE) * MINUTE).toISOString();
}

const AS_OF = 4711;
const MINUTE = 60_000;
const MOMENT = Date.parse(BEGINNING).toString(16).padStart(12, '0');
const PREFIX = `${MOMENT.slice(0, 8)}-${MOMENT.slice(8)}-7000-8000-`;
const OWN_ID = new RegExp(`^${PREFIX}`);

function ownId(count: number): string {
  return PREFIX + String(count).padStart(12, '0');
}

/** The part of a signed link that nobody can know before. */
const SIGNED = 'AZq-this-is-an-example-and-opens-nothing-0000000';

function lastOf(url: string): string {
  return url.split('/').at(-1) ?? url;
}
