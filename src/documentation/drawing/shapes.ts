import { html, SafeHtml } from '../html.js';
import type { Place } from './places.js';

/** In pixels from the upper left corner. */
export type Point = [x: number, y: number];

/** A line with round corners; its class says its weight and its heads. */
export function line(points: readonly Point[], kind: string): SafeHtml {
  const [first = [0, 0], ...others] = points;
  const path = others.map(([x, y], index) => {
    const [next, previous] = [others[index + 1], points[index] ?? first];
    if (!next) return `L${x} ${y}`;
    return `L${near([x, y], previous)}Q${x} ${y} ${near([x, y], next)}`;
  });
  return html`<path class="${kind}" d="M${first.join(' ')}${path.join('')}" />`;
}

/** A box; its class says what it stands for. */
export function rectangle({ x, y, width, height }: Place, kind: string, radius: number): SafeHtml {
  return new SafeHtml(
    `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`,
  );
}

/** Words, line by line; the first stands at the height given. */
export function label(x: number, y: number, lines: readonly string[], kind: string): SafeHtml {
  const spans = lines.map(
    (text, index) => html`<tspan x="${String(x)}" y="${String(y + index * 17)}">${text}</tspan>`,
  );
  return html`<text class="${kind}">${spans}</text>`;
}

/** The point on the way from one to another where a corner begins. */
function near([x, y]: Point, [towardsX, towardsY]: Point): string {
  return `${x + 10 * Math.sign(towardsX - x)} ${y + 10 * Math.sign(towardsY - y)}`;
}
