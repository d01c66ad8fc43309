import type { LetterKind, OwnValuesOf } from '../../communications/letters/kinds.js';
import type { WrittenLetter } from '../../communications/letters/templates.js';
import type { Case } from '../case/case.js';
import type { CaseView } from '../case/case-view.js';
import type { Issue } from '../issues/issue.entity.js';
import { routesIn } from '../policy/built-in/routes.js';
import type { CustomerPromise } from '../promises/promise.entity.js';

/**
 * What each letter of the house is written from. Its words are those of the template in the language of the complaint:
 * each that announces something names the date, and each decision names the routes outside the house (ISO 10002, clause
 * 7; FCA DISP 1.6).
 */

/** The complaint that is written about, in hand or read. */
export type Subject = Pick<CaseView, 'complaint' | 'terms'>;

/** @param values beside those that every letter has */
export function write<K extends LetterKind>(c: Subject, kind: K, values: OwnValuesOf<K>): WrittenLetter {
  const { reference, complainantName, language } = c.complaint;
  const about = { reference, complainantName, language, zone: zoneOf(c) };
  return c.terms.templates.write(kind, about, values);
}

/** @param law what the law says about the decision, with the date that follows from it (FCA DISP 1.6.1R). */
export function acknowledgement(
  c: Case,
  message: string,
  dates: { resolveBy: Date | null; updateBy: Date; law: { clause: string; dueAt: Date } | null },
): WrittenLetter {
  const { law, ...own } = dates;
  const { clause: legalClause = null, dueAt: legalBy = null } = law ?? {};
  return write(c, 'acknowledgement', { message, ...own, legalBy, legalClause });
}

export function ownerNamed(
  c: Case,
  message: string | undefined,
  owner: { name: string; email: string; phone: string | null },
  actions: { what: string; dueAt: Date }[],
): WrittenLetter {
  const ownerContact = [owner.phone, owner.email].filter(Boolean).join(', ');
  const plan = planOf(c, actions);
  return write(c, 'owner_named', { message: message ?? null, ownerName: owner.name, ownerContact, plan });
}

/** Actions that are still to come are named by the letter itself: nobody has to remember them. */
export function decision(
  c: Case,
  { outcome, explanation }: Pick<OwnValuesOf<'decision'>, 'outcome' | 'explanation'>,
  stillDue: CustomerPromise[],
  disputeUntil: Date | null,
): WrittenLetter {
  const [points, plan] = [pointsOf(c, c.view.issues), planOf(c, stillDue)];
  return write(c, 'decision', { outcome, explanation, points, plan, disputeUntil, routes: routesOf(c) });
}

/** Who can handle it is named, or else where the customer may turn. */
export function declined(c: Case, message: string, forwardedTo: string | null): WrittenLetter {
  return write(c, 'declined', { message, forwardedTo, routes: forwardedTo ? null : routesOf(c) });
}

/** Where the date was owed by law, the customer may turn elsewhere meanwhile (FCA DISP 1.6.2R, ASIC RG 271.64). */
export function moved(c: Case, message: string, { legal }: CustomerPromise, newDate: Date): WrittenLetter {
  return write(c, 'date_moved', { message, newDate, routes: legal ? routesOf(c) : null });
}

export function closedBySilence(c: Case, disputeUntil: Date | null): WrittenLetter {
  return write(c, 'closed_by_silence', { disputeUntil, routes: routesOf(c) });
}

export function conflictTold(c: Case): WrittenLetter {
  return write(c, 'conflict_told', { routes: routesOf(c) });
}

/** Where the days of a letter begin and end. */
export function zoneOf({ terms }: Subject): string {
  return terms.calendar?.arithmetic.zone ?? 'UTC';
}

/** Where else the customer may turn. */
export function routesOf(c: Subject): string {
  return routesIn(c.complaint.language, c.terms.profile);
}

export function planOf(c: Subject, actions: { what: string | null; dueAt: Date }[]): string | null {
  return joined(
    actions.map(({ what, dueAt }) => write(c, 'planned_action', { what, dueBy: dueAt })),
    '\n',
  );
}

/** What was found about each point that was decided, and why. */
export function pointsOf(c: Subject, issues: readonly Issue[]): string | null {
  const decided = issues.flatMap(({ what, outcome, explanation }, index) =>
    outcome ? [write(c, 'decision_point', { number: String(index + 1), what, outcome, explanation })] : [],
  );
  return joined(decided, '\n\n');
}

function joined(parts: WrittenLetter[], between: string): string | null {
  return parts.length === 0 ? null : parts.map(({ body }) => body).join(between);
}
