import { BusinessCalendar } from '../../src/kernel/business-time.js';
import { type OpeningHours, WEEKDAYS } from '../../src/kernel/opening-hours.js';

/**
 * `npm run bench:calendar`: how long 100,000 due times take on one core, over forty years of fifteen holidays each, two
 * periods a day with lunch between them. The first line is what the first due time of a calendar costs.
 */
const DUE_TIMES = 100_000;
const [FIRST_YEAR, YEARS, HOLIDAYS] = [2020, 40, 15];
const TARGETS = ['PT8H', 'P3D', 'PT90M', 'P10D', 'PT40H'];

const two = (number: number) => String(number).padStart(2, '0');
const hours: OpeningHours = {
  zone: 'Europe/Budapest',
  hours: WEEKDAYS.slice(0, 5).flatMap((day) => [
    { day, from: '08:30', to: '12:00' },
    { day, from: '12:45', to: '17:00' },
  ]),
  holidays: Array.from({ length: YEARS * HOLIDAYS }, (_, index) => {
    const [year, nth] = [FIRST_YEAR + Math.floor(index / HOLIDAYS), index % HOLIDAYS];
    return `${year}-${two((nth % 12) + 1)}-${two(((nth * 7 + year) % 28) + 1)}`;
  }),
  exceptions: [],
  moves: [],
};

/** Beginnings spread over all the years, in no order: the same in each run. */
function beginnings(): Date[] {
  const first = Date.UTC(FIRST_YEAR, 0, 1);
  const length = Date.UTC(FIRST_YEAR + YEARS, 0, 1) - first;
  let state = 1;
  return Array.from({ length: DUE_TIMES }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return new Date(first + Math.floor((state / 2_147_483_647) * length));
  });
}

function measure(what: string, count: number, work: () => void): void {
  const started = performance.now();
  work();
  const took = performance.now() - started;
  const each = ((took * 1000) / count).toFixed(2);
  process.stdout.write(`${what.padEnd(56)} ${took.toFixed(1).padStart(8)} ms ${each.padStart(9)} µs each\n`);
}

const froms = beginnings();
const dueTimes = (calendar: BusinessCalendar) => () => {
  froms.forEach((from, index) => calendar.after(TARGETS[index % TARGETS.length] ?? 'PT8H', from));
};

const first = new BusinessCalendar(hours);
measure('the first due time of the process, zone unknown', 1, () =>
  first.after('PT8H', new Date('2026-11-20T09:00Z')),
);
const second = new BusinessCalendar(hours);
measure('the first due time of another calendar', 1, () =>
  second.after('PT8H', new Date('2026-11-20T09:00Z')),
);
measure(`${DUE_TIMES} due times, every year of them new`, DUE_TIMES, dueTimes(new BusinessCalendar(hours)));
dueTimes(first)();
measure(`${DUE_TIMES} due times, every year known`, DUE_TIMES, dueTimes(first));
measure(`${DUE_TIMES} times between two moments`, DUE_TIMES, () => {
  froms.forEach((from, index) => first.between(from, froms[index - 1] ?? from));
});
const rare = { ...hours, hours: [{ day: 'monday' as const, from: '09:00', to: '09:01' }] };
measure('a due time that is never reached', 1, () => {
  new BusinessCalendar(rare).after('PT87600H', new Date('2026-11-20T09:00Z'));
});
