import { describe, expect, it } from '@jest/globals';
import { COMPLAINT_WORKFLOW } from '../../src/complaints/complaint.workflow.js';
import { OPEN_STATES, STATE_NAMES } from '../../src/complaints/complaint.states.js';
import { type DrawnWorkflow, planDrawing, waysOf } from '../../src/documentation/drawing/plan.js';
import { drawWorkflow } from '../../src/documentation/drawing/workflow-svg.js';
import { useTestApp } from '../support/app.js';

const WORDS = { title: 'A <drawing>', description: 'Of a workflow' };

describe('the drawing of the workflow', () => {
  const { svg, width, height } = drawWorkflow(COMPLAINT_WORKFLOW, WORDS);

  it('shows every way of the table, and none besides', () => {
    const ways = Object.entries(COMPLAINT_WORKFLOW.actions).flatMap(([action, { transitions }]) =>
      transitions.map(({ from, to }) => `${from ?? ''} ${action} ${to}`),
    );
    expect([...waysOf(planDrawing(COMPLAINT_WORKFLOW), OPEN_STATES)].sort()).toEqual(
      [...new Set(ways)].sort(),
    );
  });

  it('goes straight from the receipt to the end, with what delays and what ends early beside it', () => {
    const { main, sides, ends } = planDrawing(COMPLAINT_WORKFLOW);
    expect(main).toEqual([
      'received',
      'acknowledged',
      'facts_established',
      'in_progress',
      'resolved',
      'closed',
    ]);
    expect(sides).toEqual(['awaiting_customer']);
    expect(ends).toEqual(['withdrawn', 'declined', 'merged']);
  });

  it('names every state and every action', () => {
    for (const name of STATE_NAMES) expect(svg).toContain(`>${name.replaceAll('_', ' ')}</tspan>`);
    for (const name of Object.keys(COMPLAINT_WORKFLOW.actions))
      expect(svg).toMatch(new RegExp(`[ >]${name}[,<]`));
  });

  it('says what it is to those who cannot see it, and asks nothing of anybody', () => {
    expect(svg).toContain('<title id="title">A &lt;drawing&gt;</title>');
    expect(svg).toContain('<desc id="description">Of a workflow</desc>');
    expect(svg).not.toMatch(/<script|href=|src=|@import|url\((?!#)/);
  });

  it('keeps its boxes apart and on its paper', () => {
    const [paper, ...boxes] = rectangles(svg).filter(({ kind }) => kind !== 'open');
    if (!paper) throw new Error('there is no paper');
    expect(paper).toMatchObject({ kind: 'paper', width, height });
    expect(boxes).toHaveLength(STATE_NAMES.length);
    for (const [index, box] of boxes.entries()) {
      expect(isWithin(box, paper)).toBe(true);
      expect(boxes.slice(index + 1).filter((other) => overlap(box, other))).toEqual([]);
    }
  });

  it('has the open states above each end that they lead to', () => {
    const open = rectangles(svg).find(({ kind }) => kind === 'open');
    if (!open) throw new Error('there is no frame');
    const [paper] = rectangles(svg);
    expect(paper && isWithin(open, paper)).toBe(true);
    const ends = rectangles(svg).filter(({ kind }) => kind === 'end');
    expect(ends).toHaveLength(4);
    for (const { x, width: wide } of ends) expect(x + wide).toBeLessThan(open.x + open.width);
  });

  it('draws the ways of an action from several states to one as one', () => {
    expect(planDrawing(COMPLAINT_WORKFLOW).jumps).toContainEqual({
      from: ['received', 'acknowledged', 'facts_established'],
      to: 'resolved',
      actions: ['resolve-on-the-spot'],
    });
  });

  it('has room for an end more and for a short cut', () => {
    const more = withWays({
      park: OPEN_STATES.map((from) => [from, 'parked'] as const),
      shortcut: [['received', 'closed']],
    });
    const plan = planDrawing(more);
    expect(plan.ends).toContain('parked');
    expect(plan.jumps).toContainEqual({ from: ['received'], to: 'closed', actions: ['shortcut'] });
    const boxes = rectangles(drawWorkflow(more, WORDS).svg).filter(
      ({ kind }) => kind === 'end' || kind === 'state',
    );
    expect(
      boxes.flatMap((box, index) => boxes.slice(index + 1).filter((other) => overlap(box, other))),
    ).toEqual([]);
  });

  it('is refused where a way has no kind of arrow', () => {
    const odd = withWays({ wander: [['withdrawn', 'declined']] });
    expect(() => planDrawing(odd)).toThrow('the drawing has no arrow for: withdrawn wander declined');
  });
});

describe('the page of the drawing', () => {
  const app = useTestApp();

  it('is an SVG that runs nothing, and is not sent twice', async () => {
    const answer = await app.anonymous.get<string>('/docs/workflow.svg');
    expect(answer.headers.get('content-type')).toBe('image/svg+xml');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.body).toContain('>facts established</tspan>');
    const etag = answer.headers.get('etag') ?? '';
    const again = await app.anonymous.get('/docs/workflow.svg', { 'If-None-Match': etag });
    expect(again.status).toBe(304);
  });
});

interface Rectangle {
  kind: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

function rectangles(svg: string): Rectangle[] {
  const found = svg.matchAll(
    /<rect class="(\w+)" x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
  );
  return [...found].map(([, kind = '', ...numbers]) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbers.map(Number);
    return { kind, x, y, width, height };
  });
}

function isWithin(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner.x > outer.x &&
    inner.y > outer.y &&
    inner.x + inner.width < outer.x + outer.width &&
    inner.y + inner.height < outer.y + outer.height
  );
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The table with actions added, each with its ways; a state that they name and that is not there is an end. */
function withWays(added: Record<string, readonly (readonly [from: string, to: string])[]>): DrawnWorkflow {
  const actions = Object.fromEntries(
    Object.entries(added).map(([name, ways]) => [
      name,
      { transitions: ways.map(([from, to]) => ({ from, to })) },
    ]),
  );
  const END = { meaning: '', open: false, end: true };
  const named = Object.values(added).flatMap((ways) => ways.map(([, to]) => to));
  return {
    states: { ...Object.fromEntries(named.map((state) => [state, END])), ...COMPLAINT_WORKFLOW.states },
    actions: { ...COMPLAINT_WORKFLOW.actions, ...actions },
  };
}
