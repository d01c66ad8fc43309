import type { Actor } from '../../kernel/actor.js';

/** What one caller did in a while: a line for each thing, by its key, with how often. */
export interface Account<Line> {
  actor: Actor;
  /** Of the first request and of the last. */
  from: Date;
  to: Date;
  requests: number;
  lines: Map<string, Line>;
}

/** A line by its key, and how to begin it. */
export interface Wanted<Line> {
  key: string;
  make: () => Line;
}

/** Counts in memory what callers do, up to so many lines in all. What is there already is counted on in any case. */
export class Tally<Line> {
  private accounts = new Map<string, Account<Line>>();
  private lineCount = 0;
  private missed = 0;

  constructor(private readonly most: number) {}

  get size(): number {
    return this.lineCount;
  }

  /** How many lines a caller has. */
  linesOf(actor: Actor): number {
    return this.accounts.get(callerOf(actor))?.lines.size ?? 0;
  }

  /** The lines of a request, made where they are not there yet; undefined where there is no room for one. */
  lines(actor: Actor, at: Date, wanted: readonly Wanted<Line>[]): (Line | undefined)[] {
    const account = this.accountOf(actor, at);
    account.to = at;
    account.requests += 1;
    const found = wanted.map(({ key, make }) => this.line(account, key, make));
    if (found.includes(undefined)) this.missed += 1;
    return found;
  }

  /** Takes out the accounts of such callers. */
  take(of: (actor: Actor) => boolean): Account<Line>[] {
    const taken = [...this.accounts].filter(([, { actor }]) => of(actor));
    for (const [key, { lines }] of taken) {
      this.accounts.delete(key);
      this.lineCount -= lines.size;
    }
    return taken.map(([, account]) => account).filter(({ lines }) => lines.size > 0);
  }

  /** How many requests there was no room for since the last time. */
  takeMissed(): number {
    const { missed } = this;
    this.missed = 0;
    return missed;
  }

  private accountOf(actor: Actor, at: Date): Account<Line> {
    const key = callerOf(actor);
    const known = this.accounts.get(key);
    if (known) return known;
    const account = { actor, from: at, to: at, requests: 0, lines: new Map<string, Line>() };
    this.accounts.set(key, account);
    return account;
  }

  private line(account: Account<Line>, key: string, make: () => Line): Line | undefined {
    const known = account.lines.get(key);
    if (known !== undefined || this.lineCount >= this.most) return known;
    const line = make();
    account.lines.set(key, line);
    this.lineCount += 1;
    return line;
  }
}

/** Tells callers apart. Whoever is not signed in is the same as everybody else who is not. */
export function callerOf({ kind, id, name, complaintId }: Actor): string {
  return `${kind}:${id ?? complaintId ?? (kind === 'api_key' ? name : null) ?? ''}`;
}
