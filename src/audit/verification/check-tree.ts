import { parseCheckpoint } from '../../kernel/proofs/checkpoint.js';
import { type NoteKey, openNote } from '../../kernel/proofs/signed-note.js';
import { RunningRoot } from '../../kernel/merkle/running-root.js';
import type { Finding, FindingCode } from './check-entry.js';
import { TileCheck } from './check-tiles.js';

/** Something that was signed about the log. */
export interface SignedState {
  size: number;
  root: Buffer;
  note: string;
  /** Those that may have signed it. */
  keys: readonly NoteKey[];
  /** It is kept outside of the database only, and speaks for what the log was. */
  outside: boolean;
}

/** Computes the tree anew from the bytes of the entries, and compares it with everything that was signed. */
export class TreeCheck {
  /** What the stored tiles have to be compared with. */
  readonly tiles = new TileCheck();
  private readonly running = new RunningRoot((level, root) => this.tiles.full(level, root));
  private readonly waiting: SignedState[];
  private readonly found: Finding[] = [];
  /** How far the log is what was signed. */
  private good = 0;
  private hasGap = false;

  /** @param signed in any order */
  constructor(signed: readonly SignedState[]) {
    this.waiting = signed.toSorted((a, b) => b.size - a.size);
  }

  /**
   * The next position. Behind a gap no root can be the signed one, and the gap is a finding already.
   * @param leaf the hash over the bytes that are there
   */
  add(position: number, leaf: Buffer): void {
    if (position !== this.running.size + 1) this.hasGap = true;
    if (this.hasGap) return;
    this.tiles.add(leaf);
    this.running.add(leaf);
    while (this.waiting.at(-1)?.size === this.running.size) this.compare(this.waiting.pop());
  }

  /** Once every position was added. @param last the last of them */
  finish(last: number): Finding[] {
    for (const state of this.waiting.toReversed()) {
      this.checkNote(state);
      if (state.size <= last) continue;
      this.say('tail_cut', last + 1, `${last} positions are there, and ${state.size} were signed`);
    }
    return this.found;
  }

  private compare(state: SignedState | undefined): void {
    if (!state) return;
    this.checkNote(state);
    if (this.running.root().equals(state.root)) {
      this.good = state.size;
      return;
    }
    const between = `of the positions ${this.good + 1} to ${state.size} at least one is not what was signed`;
    if (state.outside)
      this.say('log_forked', this.good + 1, `${between}, as the checkpoint kept outside says`);
    else this.say('tree_changed', this.good + 1, between);
  }

  private checkNote({ note, size, root, keys }: SignedState): void {
    try {
      const signed = parseCheckpoint(openNote(note, keys).text);
      if (signed.size === size && signed.root.equals(root)) return;
      this.say('signature_wrong', size, 'the checkpoint of this size says otherwise than its row');
    } catch (error) {
      this.say('signature_wrong', size, `the checkpoint of this size: ${(error as Error).message}`);
    }
  }

  private say(code: FindingCode, position: number, detail: string): void {
    const isSaid = this.found.some((one) => one.code === code && one.position === position);
    if (!isSaid) this.found.push({ code, entryId: null, position, detail });
  }
}
