import { Webhook as Verifier } from 'standardwebhooks';
import { WebhookDispatcher } from '../../../src/automation/webhooks/delivering/dispatcher.service.js';
import type { Schema } from '../../../src/commands/client/amends.js';
import { expectAnswer } from '../../support/api.js';
import type { Span, TestApp } from '../../support/app.js';
import type { Received, Target } from '../../platform/outbound/target.js';

/** What Ada does with webhooks, and what came of it. */
export class Hooks {
  constructor(
    private readonly app: TestApp,
    private readonly target: Target,
  ) {}

  /** Sets one up at the target of the test. @returns it with its secret */
  create(said: Partial<Schema<'NewWebhookBody'>> = {}): Promise<Schema<'WebhookDto'>> {
    const body = { url: this.target.url, types: ['complaint.*'], ...said };
    return expectAnswer(201, this.client.POST('/v1/webhooks', { body }));
  }

  /** After each test: nothing of one reaches the target in the next. */
  async clear(): Promise<void> {
    const { items } = await expectAnswer(
      200,
      this.client.GET('/v1/webhooks', { params: { query: { limit: 100 } } }),
    );
    for (const { id } of items) await this.retire(id);
    this.target.forget();
  }

  get(id: string): Promise<Schema<'WebhookDto'>> {
    return expectAnswer(200, this.client.GET('/v1/webhooks/{id}', { params: { path: { id } } }));
  }

  async change(id: string, body: Schema<'WebhookChangesBody'>): Promise<Schema<'WebhookDto'>> {
    const { version } = await this.get(id);
    const params = { path: { id }, header: { 'If-Match': `"${String(version)}"` } };
    return expectAnswer(200, this.client.PATCH('/v1/webhooks/{id}', { params, body }));
  }

  async retire(id: string): Promise<void> {
    await expectAnswer(204, this.client.DELETE('/v1/webhooks/{id}', { params: { path: { id } } }));
  }

  progress(id: string): Promise<Schema<'WebhookProgressDto'>> {
    return expectAnswer(200, this.client.GET('/v1/webhooks/{id}/progress', { params: { path: { id } } }));
  }

  /** Newest first. */
  async deliveries(
    id: string,
    state?: Schema<'WebhookDeliveryDto'>['state'],
  ): Promise<Schema<'WebhookDeliveryDto'>[]> {
    const params = { path: { id }, query: { state, limit: 100 } };
    return (await expectAnswer(200, this.client.GET('/v1/webhooks/{id}/deliveries', { params }))).items;
  }

  test(id: string): Promise<Schema<'WebhookDeliveryDto'>> {
    return expectAnswer(
      200,
      this.client.POST('/v1/webhooks/{id}/actions/test', { params: { path: { id } } }),
    );
  }

  rollSecret(id: string): Promise<Schema<'WebhookDto'>> {
    const params = { path: { id } };
    return expectAnswer(200, this.client.POST('/v1/webhooks/{id}/actions/roll-secret', { params }));
  }

  replay(id: string, after: number): Promise<Schema<'WebhookProgressDto'>> {
    const init = { params: { path: { id } }, body: { after } };
    return expectAnswer(200, this.client.POST('/v1/webhooks/{id}/actions/replay', init));
  }

  redeliver(id: string, deliveryId: string): Promise<Schema<'WebhookDeliveryDto'>> {
    const params = { path: { id, deliveryId } };
    const path = '/v1/webhooks/{id}/deliveries/{deliveryId}/actions/redeliver';
    return expectAnswer(200, this.client.POST(path, { params }));
  }

  /** Moves the time, and lets what is due by then be sent. */
  advance(span: Span): void {
    this.app.advance(span);
    this.app.get(WebhookDispatcher).wake();
  }

  /** The types that an auditor reads about a webhook in the log, in order. */
  async entries(id: string): Promise<string[]> {
    await this.app.settle();
    const rows = await this.app.database.read<{ type: string }>(
      'SELECT e.type FROM entries e WHERE e.subject_id = $1 ORDER BY e.seq',
      [id],
    );
    return rows.map(({ type }) => type);
  }

  private get client() {
    return this.app.as('ada').client;
  }
}

/** What was received, in order, as events. */
export function eventsOf(target: Target): Schema<'EventDto'>[] {
  return target.received.map(({ body }) => JSON.parse(body) as Schema<'EventDto'>);
}

/** By the verifier that Standard Webhooks publish. @throws where no signature fits */
export function verify({ headers, body }: Received, secret: string | null): void {
  new Verifier(secret ?? '').verify(body, headers as Record<string, string>);
}
