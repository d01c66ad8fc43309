import type { Plan } from './plan.js';

/** A rectangle, in pixels from the upper left corner. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where everything stands: the straight way in a column, what leads back left of it, what stands beside it right. */
export interface Places {
  boxes: Record<string, Place>;
  begin: { x: number; y: number };
  /** The frame around all open states. */
  group: Place;
  /** The middle of the column, and the x of each lane that leads back, the innermost first. */
  middle: number;
  lanes: number[];
  width: number;
  height: number;
}

const BOX = { width: 168, height: 50, step: 98 };
const LANE = 76;
const MARGIN = 14;
const BEGIN = 12;
/** From the beginning to the frame, and from the frame to the first box. */
const HEAD = { above: 46, within: 62 };
/** The step out of the frame is longer: the labels of what leaves it stand there. */
const LEAVING = 36;
const SIDE = { gap: 56, width: 172 };
const END = { width: 104, gap: 22, label: 100 };

export function placesOf(plan: Plan, isOpen: (state: string) => boolean): Places {
  const left = Math.max(1, plan.jumps.length) * LANE + MARGIN;
  const right = left + BOX.width + SIDE.gap;
  const top = BEGIN + HEAD.above + HEAD.within;
  const boxes: Record<string, Place> = {};
  for (const [index, state] of plan.main.entries()) {
    const y = top + index * BOX.step + (isOpen(state) ? 0 : LEAVING);
    boxes[state] = { x: left, y, width: BOX.width, height: BOX.height };
  }
  for (const [index, side] of plan.sides.entries()) {
    const rows = plan.links.filter((link) => link.side === side).map(({ main }) => boxes[main]?.y ?? top);
    const y = (Math.min(...rows) + Math.max(...rows)) / 2;
    boxes[side] = { x: right + index * (SIDE.width + SIDE.gap), y, width: SIDE.width, height: BOX.height };
  }
  const endRow = Math.min(
    ...plan.main.filter((state) => !isOpen(state)).map((state) => boxes[state]?.y ?? 0),
  );
  for (const [index, end] of plan.ends.entries()) {
    const x = right + index * (END.width + END.gap);
    boxes[end] = { x, y: endRow, width: END.width, height: BOX.height };
  }
  const open = Object.entries(boxes).flatMap(([state, place]) => (isOpen(state) ? [place] : []));
  const above = plan.ends.map((end) => boxes[end]?.x ?? right).map((x) => x + END.width);
  const group = frame(open, Math.max(...above));
  const all = Object.values(boxes);
  return {
    boxes,
    begin: { x: left + BOX.width / 2, y: BEGIN },
    group,
    middle: left + BOX.width / 2,
    lanes: plan.jumps.map((_, index) => left - MARGIN - 10 - index * LANE),
    width: Math.max(group.x + group.width + 2, ...all.map(({ x, width }) => x + width / 2 + END.label)),
    height: Math.max(...all.map(({ y, height }) => y + height)) + 4,
  };
}

/** Around these, and as wide as what leaves it downwards. */
function frame(places: readonly Place[], leavings: number): Place {
  const x = Math.min(...places.map((place) => place.x)) - MARGIN;
  const y = Math.min(...places.map((place) => place.y)) - HEAD.within;
  const right = Math.max(leavings, ...places.map((place) => place.x + place.width)) + MARGIN;
  const bottom = Math.max(...places.map((place) => place.y + place.height)) + MARGIN;
  return { x, y, width: right - x, height: bottom - y };
}
