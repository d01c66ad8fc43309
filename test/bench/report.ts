import type { Measure } from './load.js';
import type { Operation } from './operations.js';

/** One load on one server. */
export interface Round extends Measure {
  /** Milliseconds of processor time for an answer; null where the system does not tell. */
  processorTime: number | null;
}

export interface Figures {
  operation: Operation;
  ours: Round[];
  bare: Round[];
}

export interface Results {
  figures: Figures[];
  /** MB of resident memory, idle and after the load. */
  memory: number | null;
  memoryAfter: number | null;
  /** Milliseconds until it answered: with an empty folder, and with a filled one. */
  start: { first: number; again: number };
  complaints: number;
}

/** The figures as Markdown. */
export function report({ figures, memory, memoryAfter, start, complaints }: Results): string {
  const rows = figures.map(({ operation, ours, bare }) => [
    operation.title,
    ...columns(ours),
    ...columns(bare),
    ratios(ours, bare),
    `${operation.goal}`,
  ]);
  return [
    `At ${grouped(complaints)} complaints, 20 callers at once, by turns with a bare server in the same run:`,
    '',
    ...table(HEADINGS, rows),
    '',
    `- Memory of the program: ${megabytes(memory)} idle, ${megabytes(memoryAfter)} after the load.`,
    `- Start until it answers: ${seconds(start.first)} with an empty folder, ${seconds(start.again)} with this one.`,
    '',
  ].join('\n');
}

export const HEADINGS = [
  'what',
  ...['answers/s', 'p50 ms', 'p99 ms', 'CPU ms'],
  ...['bare answers/s', 'p50 ms', 'p99 ms', 'CPU ms'],
  'ratio (lowest to highest round)',
  'goal',
];

export function columns(rounds: Round[]): string[] {
  const cpu = rounds.flatMap(({ processorTime }) => (processorTime === null ? [] : [processorTime]));
  return [
    grouped(median(rounds.map(({ throughput }) => throughput))),
    rounded(median(rounds.map(({ p50 }) => p50))),
    rounded(median(rounds.map(({ p99 }) => p99))),
    cpu.length > 0 ? median(cpu).toFixed(2) : '–',
  ];
}

/** Of rounds that stood side by side: what disturbs the machine then disturbs both. */
export function ratios(ours: Round[], bare: Round[]): string {
  const all = ours.map(({ throughput }, index) => throughput / (bare[index]?.throughput ?? NaN));
  return `**${median(all).toFixed(2)}** (${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)})`;
}

export function table(headings: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rule = headings.map((_, index) => (index === 0 ? '---' : '--:'));
  return [line(headings), line(rule), ...rows.map(line)];
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

function grouped(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function rounded(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}

function megabytes(value: number | null): string {
  return value === null ? 'not told by this system' : `${Math.round(value)} MB`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
