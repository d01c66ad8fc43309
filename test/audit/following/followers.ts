import { setTimeout as pause } from 'node:timers/promises';
import type { Entry } from '../../../src/audit/entries/entry.js';
import { On } from '../../../src/audit/subscriptions.events.js';
import type { TestLog } from '../test-log.js';

/** Hears of escalations; chokes on the complaints it is told to choke on. */
export class Listener {
  readonly heard: Entry<'complaint.escalated'>[] = [];
  readonly poison = new Set<string>();

  constructor(private readonly shared: Entry[] = []) {}

  @On('complaint.escalated')
  async hear(entry: Entry<'complaint.escalated'>): Promise<void> {
    if (this.poison.has(entry.complaintId ?? '')) throw new Error('it does not agree with me');
    await pause(1);
    this.heard.push(entry);
    this.shared.push(entry);
  }
}

/** Answers what it hears with an entry of its own. */
export class Writer {
  log: TestLog;

  @On(['complaint.escalated', 'user.disabled'])
  async answer(entry: Entry<'complaint.escalated' | 'user.disabled'>): Promise<void> {
    if (!('level' in entry.data)) return;
    if (entry.data.level === 1) await this.log.escalate(entry.complaintId ?? '');
  }
}

/** Wants all that ever was. */
export class Historian {
  readonly positions: (number | null)[] = [];

  @On('complaint.*', { from: 'beginning' })
  read(entry: Entry): Promise<void> {
    this.positions.push(entry.position);
    return Promise.resolve();
  }
}
