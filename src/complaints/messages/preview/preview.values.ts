import type { ValueOf, VariableName } from '../../../communications/letters/variables.js';
import type { CaseView } from '../../case/case-view.js';
import { nextByStandard } from '../../promises/making.js';
import { planOf, pointsOf, routesOf } from '../letters.js';

type Values = { [V in VariableName]?: ValueOf<V> | null };

/** What a complaint says about the variables of letters; what only a person would write is not among it. */
export function valuesOf(view: CaseView): Values {
  const { complaint, promises, terms, now } = view;
  const due = (kind: string, maker: string) =>
    promises.find((promise) => promise.kind === kind && promise.madeByKind === maker);
  const law = due('resolve', 'law');
  const contact = [complaint.ownerPhone, complaint.ownerEmail].filter(Boolean).join(', ');
  return unlessUnknown({
    updateBy: due('update', 'standard')?.dueAt ?? nextByStandard(terms, 'update', now)?.dueAt,
    resolveBy: due('resolve', 'standard')?.dueAt ?? null,
    legalBy: law?.dueAt ?? null,
    legalClause: law?.what ?? null,
    acknowledgeBy: due('acknowledge', 'standard')?.dueAt ?? null,
    ownerName: complaint.ownerName ?? undefined,
    ownerContact: contact || undefined,
    plan: planOf(
      view,
      promises.filter(({ kind }) => kind === 'action'),
    ),
    points: pointsOf(view, view.issues),
    outcome: complaint.resolution?.outcome,
    explanation: complaint.resolution?.explanation,
    disputeUntil: complaint.resolution?.final ? null : (complaint.disputableUntil ?? undefined),
    closesOn: complaint.closesAt ?? undefined,
    replyBy: complaint.replyBy ?? undefined,
    routes: routesOf(view),
  });
}

/** An example stands in for what is not there yet; what there is none of (null) is left empty. */
function unlessUnknown(values: Values): Values {
  return Object.fromEntries(Object.entries<unknown>(values).filter(([, value]) => value !== undefined));
}
