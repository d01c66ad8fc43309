import { expectStatus } from './api.js';
import type { TestApp } from './app.js';
import type { CastName } from './cast.js';
import type { Complaint, Fact, Message, Promised, Tracking } from './resources.js';

/** A complaint that a test has brought to where it needs it. */
export interface Made {
  id: string;
  trackingToken: string;
  /** As it was after the last step. */
  complaint: Complaint;
}

export type Reachable =
  | 'received'
  | 'acknowledged'
  | 'facts_established'
  | 'in_progress'
  | 'awaiting_customer'
  | 'resolved'
  | 'closed'
  | 'withdrawn'
  | 'declined';

const COMPLAINT = {
  channel: 'web',
  language: 'en',
  subject: 'Broken bed',
  description: 'The bed arrived with a broken leg, and nobody answers the phone.',
  complainant: { name: 'Marta Kis', email: 'marta@example.org' },
  answerVia: 'tracking',
};

const ASSESSMENT = {
  severity: 'medium',
  safety: false,
  complexity: 'low',
  impact: 'Sleeps on the floor.',
  immediateAction: null,
};

/** The state that each step starts from. */
const BEFORE: Record<Reachable, Reachable | null> = {
  received: null,
  acknowledged: 'received',
  facts_established: 'acknowledged',
  in_progress: 'facts_established',
  awaiting_customer: 'in_progress',
  resolved: 'in_progress',
  closed: 'resolved',
  withdrawn: 'received',
  declined: 'received',
};

/**
 * Walks complaints to where a test needs them by the actions that people would take, over HTTP: no state is ever put
 * into the database. Anna handles the case and owns it, Sam supervises.
 */
export class Make {
  constructor(private readonly app: TestApp) {}

  /** A complaint in this state; `said` goes into what is handed in. */
  async complaint(state: Reachable = 'received', said: Record<string, unknown> = {}): Promise<Made> {
    const before = BEFORE[state];
    if (before === null) return this.receive(said);
    return this.step(await this.complaint(before, said), state);
  }

  /** Handed in by Anna, who gets the complaint and the complainant's token. */
  async receive(said: Record<string, unknown> = {}): Promise<Made> {
    const anna = this.app.as('anna');
    const body = expectStatus(
      201,
      await anna.post<Complaint & { trackingToken: string }>('/v1/complaints', { ...COMPLAINT, ...said }),
    );
    const { trackingToken, ...complaint } = body;
    return { id: complaint.id, trackingToken, complaint };
  }

  /** Takes an action and shows the complaint after it. */
  async act(made: Made, action: string, body?: unknown, by: CastName = 'anna'): Promise<Made> {
    const path = `/v1/complaints/${made.id}/actions/${action}`;
    return { ...made, complaint: expectStatus(200, await this.app.as(by).post<Complaint>(path, body)) };
  }

  /** What the customer did by their own token, on the tracking page. */
  async byCustomer(made: Made, path: string, body: unknown, status = 200): Promise<Tracking> {
    const customer = this.app.withToken(made.trackingToken);
    return expectStatus(status, await customer.post<Tracking>(`/v1/tracking/${path}`, body));
  }

  /** Confirmed, so that it stands in nobody's way. */
  async fact(made: Made, said: Record<string, unknown> = {}, by: CastName = 'anna'): Promise<Fact> {
    const fact = {
      statement: 'The leg was broken on arrival.',
      source: 'customer',
      standing: 'confirmed',
      ...said,
    };
    return expectStatus(201, await this.app.as(by).post<Fact>(`/v1/complaints/${made.id}/facts`, fact));
  }

  async message(made: Made, said: Record<string, unknown> = {}, by: CastName = 'anna'): Promise<Message> {
    const message = { audience: 'customer', body: 'We are on it.', ...said };
    return expectStatus(
      201,
      await this.app.as(by).post<Message>(`/v1/complaints/${made.id}/messages`, message),
    );
  }

  /** A callback in two days. */
  async callback(made: Made, said: Record<string, unknown> = {}, by: CastName = 'anna'): Promise<Promised> {
    const promise = { kind: 'callback', what: 'Call about the date', dueAt: this.app.inDays(2), ...said };
    return expectStatus(
      201,
      await this.app.as(by).post<Promised>(`/v1/complaints/${made.id}/promises`, promise),
    );
  }

  async read(made: Made): Promise<Complaint> {
    return expectStatus(200, await this.app.as('anna').get<Complaint>(`/v1/complaints/${made.id}`));
  }

  private async step(made: Made, to: Reachable): Promise<Made> {
    if (to === 'facts_established') await this.fact(made);
    const [action, body, by] = await this.way(to);
    return this.act(made, action, body, by);
  }

  /** The action that leads into a state, with a body that is enough. */
  private async way(to: Reachable): Promise<[action: string, body: object, by: CastName]> {
    const said = { how: 'phone', saidAt: this.app.now().toISOString() };
    switch (to) {
      case 'acknowledged':
        return ['acknowledge', { message: 'We are sorry about your bed.' }, 'anna'];
      case 'facts_established':
        return [
          'establish-facts',
          { summary: 'Delivered with a broken leg.', assessment: ASSESSMENT },
          'anna',
        ];
      case 'in_progress': {
        const agreedActions = [{ what: 'Send a new leg', dueAt: this.app.inDays(60) }];
        return ['assign-owner', { ownerId: await this.app.idOf('anna'), agreedActions }, 'anna'];
      }
      case 'awaiting_customer':
        return ['ask-customer', { question: 'Which leg is it?', replyBy: this.app.inDays(5) }, 'anna'];
      case 'resolved': {
        const rootCause = { text: 'Packed without corner guards.' };
        return [
          'resolve',
          { outcome: 'upheld', explanation: 'The leg broke on our way to you.', rootCause },
          'anna',
        ];
      }
      case 'closed':
        return ['accept', said, 'anna'];
      case 'withdrawn':
        return ['withdraw', { ...said, reason: 'The leg turned up.' }, 'anna'];
      case 'declined':
        return ['decline', { reason: 'out_of_scope', message: 'We do not make this bed.' }, 'sam'];
      case 'received':
        throw new Error('no action leads back to received');
    }
  }
}
