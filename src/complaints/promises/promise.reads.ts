import type { CustomerPromise } from './promise.entity.js';
import type { PromiseDto } from './promise.dto.js';

/** A promise as it is shown. */
export function shownPromise(p: CustomerPromise): PromiseDto {
  return {
    id: p.id,
    kind: p.kind,
    what: p.what,
    state: p.state,
    legal: p.legal,
    dueAt: p.dueAt.toISOString(),
    warnAt: p.warnAt.toISOString(),
    pausedSince: p.pausedSince?.toISOString() ?? null,
    madeBy: { kind: p.madeByKind, id: p.madeById, name: p.madeByName },
    keptAt: p.keptAt?.toISOString() ?? null,
    brokenAt: p.brokenAt?.toISOString() ?? null,
    movedToId: p.movedToId,
    messageId: p.messageId,
    version: p.version,
    createdAt: p.createdAt.toISOString(),
  };
}
