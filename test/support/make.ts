import type { Amends, Schema } from '../../src/commands/client/amends.js';
import type { paths } from '../../src/commands/client/contract.js';
import type { Result } from '../../src/commands/client/refusals.js';
import { expectAnswer, expectStatus } from './api.js';
import type { TestApp } from './app.js';
import type { CastName } from './cast.js';
import type { Complaint, Fact, Message, Promised, Received, Tracking } from './resources.js';

/** A complaint that a test has brought to where it needs it. */
export interface Made {
  id: string;
  trackingToken: string;
  /** As it was after the last step. */
  complaint: Complaint;
}

export type Reachable = Complaint['state'];

type ActionPath = Extract<keyof paths, `/v1/complaints/{id}/actions/${string}`>;

/** An action that staff take on a complaint. */
export type Action = ActionPath extends `/v1/complaints/{id}/actions/${infer Name}` ? Name : never;

type BodyOf<Name extends Action> = paths[`/v1/complaints/{id}/actions/${Name}`]['post'] extends {
  requestBody?: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

const COMPLAINT: Schema<'StaffComplaintBody'> = {
  channel: 'web',
  language: 'en',
  subject: 'Broken bed',
  description: 'The bed arrived with a broken leg, and nobody answers the phone.',
  complainant: { name: 'Marta Kis', email: 'marta@example.org' },
  answerVia: 'tracking',
};

const ASSESSMENT: Schema<'AssessmentBody'> = {
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
  merged: 'received',
};

/**
 * Walks complaints to where a test needs them by the actions that people would take, over HTTP: no state is ever put
 * into the database. Anna handles the case and owns it, Sam supervises.
 */
export class Make {
  constructor(private readonly app: TestApp) {}

  /** A complaint in this state; `said` goes into what is handed in. */
  async complaint(
    state: Reachable = 'received',
    said: Partial<Schema<'StaffComplaintBody'>> = {},
  ): Promise<Made> {
    const before = BEFORE[state];
    if (before === null) return this.receive(said);
    return this.step(await this.complaint(before, said), state);
  }

  /** Handed in by Anna, who gets the complaint and the complainant's token. */
  async receive(said: Partial<Schema<'StaffComplaintBody'>> = {}): Promise<Made> {
    const body = { ...COMPLAINT, ...said };
    const answer = await expectAnswer(201, this.client('anna').POST('/v1/complaints', { body }));
    const { trackingToken, possibleDuplicates: _, ...complaint } = answer as Received;
    return { id: complaint.id, trackingToken, complaint };
  }

  /** Takes an action and shows the complaint after it. */
  async act<Name extends Action>(
    made: Made,
    action: Name,
    body?: BodyOf<Name>,
    by: CastName = 'anna',
  ): Promise<Made> {
    const path = `/v1/complaints/${made.id}/actions/${action}`;
    return { ...made, complaint: expectStatus(200, await this.app.as(by).post<Complaint>(path, body)) };
  }

  /** What the customer did by their own token, on the tracking page. */
  async byCustomer(made: Made, path: string, body: unknown, status = 200): Promise<Tracking> {
    const customer = this.app.withToken(made.trackingToken);
    return expectStatus(status, await customer.post<Tracking>(`/v1/tracking/${path}`, body));
  }

  /** Confirmed, so that it stands in nobody's way. */
  fact(made: Made, said: Partial<Schema<'NewFactBody'>> = {}, by: CastName = 'anna'): Promise<Fact> {
    const statement = 'The leg was broken on arrival.';
    const body = { statement, source: 'customer', standing: 'confirmed', ...said } as const;
    return expectAnswer(201, this.client(by).POST('/v1/complaints/{id}/facts', { ...at(made), body }));
  }

  message(made: Made, said: Partial<Schema<'NewMessageBody'>> = {}, by: CastName = 'anna'): Promise<Message> {
    const body = { audience: 'customer', body: 'We are on it.', ...said } as const;
    return expectAnswer(201, this.client(by).POST('/v1/complaints/{id}/messages', { ...at(made), body }));
  }

  /** A callback in two days. */
  callback(
    made: Made,
    said: Partial<Schema<'NewPromiseBody'>> = {},
    by: CastName = 'anna',
  ): Promise<Promised> {
    const what = 'Call about the date';
    const body = { kind: 'callback', what, dueAt: this.app.inDays(2), ...said } as const;
    return expectAnswer(201, this.client(by).POST('/v1/complaints/{id}/promises', { ...at(made), body }));
  }

  read(made: Made): Promise<Complaint> {
    return expectAnswer(200, this.client('anna').GET('/v1/complaints/{id}', at(made)));
  }

  private client(name: CastName): Amends {
    return this.app.as(name).client;
  }

  private async step(made: Made, to: Reachable): Promise<Made> {
    if (to === 'facts_established') await this.fact(made);
    return { ...made, complaint: await expectAnswer(200, this.way(to, at(made))) };
  }

  /** The action that leads into a state, with a body that is enough. */
  private async way(to: Reachable, { params }: ReturnType<typeof at>): Promise<Result<Complaint>> {
    const [anna, sam] = [this.client('anna'), this.client('sam')];
    const said = { how: 'phone', saidAt: this.app.now().toISOString() } as const;
    switch (to) {
      case 'acknowledged': {
        const body = { message: 'We are sorry about your bed.' };
        return anna.POST('/v1/complaints/{id}/actions/acknowledge', { params, body });
      }
      case 'facts_established': {
        const body = { summary: 'Delivered with a broken leg.', assessment: ASSESSMENT };
        return anna.POST('/v1/complaints/{id}/actions/establish-facts', { params, body });
      }
      case 'in_progress': {
        const agreedActions = [{ what: 'Send a new leg', dueAt: this.app.inDays(60) }];
        const body = { ownerId: await this.app.idOf('anna'), agreedActions };
        return anna.POST('/v1/complaints/{id}/actions/assign-owner', { params, body });
      }
      case 'awaiting_customer': {
        const body = { question: 'Which leg is it?', replyBy: this.app.inDays(5) };
        return anna.POST('/v1/complaints/{id}/actions/ask-customer', { params, body });
      }
      case 'resolved': {
        const rootCause = { text: 'Packed without corner guards.' };
        const explanation = 'The leg broke on our way to you.';
        const body = { outcome: 'upheld', explanation, rootCause } as const;
        return anna.POST('/v1/complaints/{id}/actions/resolve', { params, body });
      }
      case 'closed':
        return anna.POST('/v1/complaints/{id}/actions/accept', { params, body: said });
      case 'withdrawn': {
        const body = { ...said, reason: 'The leg turned up.' };
        return anna.POST('/v1/complaints/{id}/actions/withdraw', { params, body });
      }
      case 'declined': {
        const body = { reason: 'out_of_scope', message: 'We do not make this bed.' } as const;
        return sam.POST('/v1/complaints/{id}/actions/decline', { params, body });
      }
      case 'merged': {
        const { id: intoId } = await this.complaint('received');
        const body = { intoId, reason: 'The same bed, handed in twice.' };
        return anna.POST('/v1/complaints/{id}/actions/merge', { params, body });
      }
      case 'received':
        throw new Error('no action leads back to received');
    }
  }
}

function at({ id }: Made) {
  return { params: { path: { id } } };
}
