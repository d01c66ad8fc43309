import { html, type SafeHtml } from '../html.js';
import { type DrawnWorkflow, type Plan, planDrawing } from './plan.js';
import { type Place, type Places, placesOf } from './places.js';
import { label, line, type Point, rectangle } from './shapes.js';
import { STYLE } from './style.js';

export interface Drawing {
  svg: string;
  /** In pixels, at its natural size. */
  width: number;
  height: number;
}

/** Paper around the drawing. */
const EDGE = 16;

/** A workflow as a drawing: legible on white and on black, by itself and within a page. */
export function drawWorkflow(
  workflow: DrawnWorkflow,
  words: { title: string; description: string },
): Drawing {
  const plan = planDrawing(workflow);
  const places = placesOf(plan, (state) => workflow.states[state]?.open ?? false);
  const paper = {
    x: -EDGE,
    y: -EDGE,
    width: Math.ceil(places.width) + 2 * EDGE,
    height: Math.ceil(places.height) + 2 * EDGE,
  };
  const { width, height } = paper;
  const box = `${paper.x} ${paper.y} ${width} ${height}`;
  const svg = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="${box}"
    width="${String(width)}"
    height="${String(height)}"
    role="img"
    aria-labelledby="title description"
  >
    <title id="title">${words.title}</title>
    <desc id="description">${words.description}</desc>
    <style>
      ${STYLE}
    </style>
    <defs>${head('step', 14)}${head('way', 11)}</defs>
    ${rectangle(paper, 'paper', 6)} ${frame(places.group, plan.staysOpen)}
    ${plan.jumps.map((jump, index) => jumpOf(jump, places, places.lanes[index] ?? 0))}
    ${plan.links.map((link, index) => linkOf(link, places, index === 0))}
    ${plan.leavings.map((leaving) => leavingOf(leaving, places))}
    ${plan.steps.map((actions, index) => stepOf(actions, plan.main[index - 1], plan.main[index] ?? '', places))}
    <circle class="begin" cx="${String(places.begin.x)}" cy="${String(places.begin.y)}" r="9" />
    ${Object.entries(places.boxes).map(([state, place]) => boxOf(state, place, workflow, plan.stays[state] ?? []))}
  </svg> `.text;
  return { svg, width, height };
}

/** A name of the table as a person reads it: `facts_established` without its line. */
function spoken(state: string): string {
  return state.replaceAll('_', ' ');
}

function head(name: string, size: number): SafeHtml {
  return html`<marker
    id="${name}"
    class="${name}"
    viewBox="0 0 10 10"
    refX="9"
    refY="5"
    markerWidth="${String(size)}"
    markerHeight="${String(size)}"
    markerUnits="userSpaceOnUse"
    orient="auto-start-reverse"
    ><path d="M0 0 10 5 0 10z"
  /></marker>`;
}

function frame(place: Place, stays: readonly string[]): SafeHtml {
  const x = place.x + place.width - 12;
  const words = stays.length > 0 ? `in each state: ${stays.join(', ')}` : '';
  return html`${rectangle(place, 'open', 14)}
  ${label(x, place.y + 24, ['open: promises run'], 'name strong right')}${label(x, place.y + 44, [words], 'right')}`;
}

function boxOf(state: string, place: Place, workflow: DrawnWorkflow, stays: readonly string[]): SafeHtml {
  const kind = workflow.states[state]?.end ? 'end' : 'state';
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
  const shape = rectangle(place, kind, 10);
  if (stays.length === 0) return html`${shape}${label(x, y + 5, [spoken(state)], `${kind} name`)}`;
  return html`${shape}${label(x, y - 4, [spoken(state)], `${kind} name`)}
  ${label(x, y + 15, [`stays: ${stays.join(', ')}`], `${kind} small`)}`;
}

function stepOf(actions: readonly string[], from: string | undefined, to: string, places: Places): SafeHtml {
  const before = from === undefined ? undefined : places.boxes[from];
  const after = at(places, to);
  const start = before ? before.y + before.height : places.begin.y + 9;
  const middle = before ? (start + after.y) / 2 : places.begin.y + 32;
  return html`${line(
    [
      [places.middle, start],
      [places.middle, after.y - 1],
    ],
    'step',
  )}
  ${label(places.middle + 12, middle + 3, [actions.join(', ')], 'left')}`;
}

/** Along a lane left of the column, several of the same kind together. */
function jumpOf({ from, to, actions }: Plan['jumps'][number], places: Places, lane: number): SafeHtml {
  const target = at(places, to);
  const end = target.y + target.height / 2 + 8;
  const starts = from.map((state) => at(places, state)).map(({ x, y, height }) => ({ x, y: y + height / 2 }));
  const lines = starts.map(({ x, y }) =>
    line(
      [
        [x, y],
        [lane, y],
        [lane, end],
        [target.x - 1, end],
      ],
      'way',
    ),
  );
  const middle = (Math.min(...starts.map(({ y }) => y)) + end) / 2;
  return html`${lines}${label(lane - 8, middle, actions, 'right')}`;
}

/** There and back is one line with two heads. */
function linkOf(
  { main, side, there, back }: Plan['links'][number],
  places: Places,
  isNamed: boolean,
): SafeHtml {
  const [from, to] = [at(places, main), at(places, side)];
  const row = from.y + from.height / 2;
  const x = to.x + 36;
  const heads = headsOf(there, back);
  const start: Point = [from.x + from.width + 1, row];
  if (from.y === to.y) return line([start, [to.x - 1, row]], heads);
  const end = from.y < to.y ? to.y - 1 : to.y + to.height + 1;
  const words = isNamed ? label(x + 10, (row + end) / 2 - 2, thereAndBack(there, back), 'left') : '';
  return html`${line([start, [x, row], [x, end]], heads)}${words}`;
}

function leavingOf({ end, there, back }: Plan['leavings'][number], places: Places): SafeHtml {
  const { group } = places;
  const to = at(places, end);
  const x = to.x + to.width / 2;
  const start = group.y + group.height + 1;
  return html`${line(
    [
      [x, start],
      [x, to.y - 1],
    ],
    headsOf(there, back),
  )}
  ${label(x + 8, (start + to.y) / 2 - 4, thereAndBack(there, back), 'left')}`;
}

function headsOf(there: readonly string[], back: readonly string[]): string {
  if (back.length === 0) return 'way';
  return there.length === 0 ? 'way back' : 'way both';
}

function thereAndBack(there: readonly string[], back: readonly string[]): string[] {
  return [there.join(', '), ...(back.length > 0 ? [`back: ${back.join(', ')}`] : [])];
}

function at(places: Places, state: string): Place {
  const place = places.boxes[state];
  if (!place) throw new Error(`the drawing has no place for ${state}`);
  return place;
}
