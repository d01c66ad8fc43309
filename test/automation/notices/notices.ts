import { NoticePost } from '../../../src/automation/notices/mailing/notice-post.js';
import type { Schema } from '../../../src/commands/client/amends.js';
import { expectStatus } from '../../support/api.js';
import type { Span, TestApp } from '../../support/app.js';
import { CAST, type CastName } from '../../support/cast.js';
import type { Made } from '../../support/make.js';
import type { List, Tracking } from '../../support/resources.js';

/** What tests say of notices. */

export type Notice = Schema<'NoticeDto'>;
export type NoticeSettings = Schema<'NoticeSettingsDto'>;

/** What somebody is told of a complaint, newest first: kinds, or all there is. */
export async function told(app: TestApp, name: CastName, { id }: Pick<Made, 'id'>): Promise<Notice[]> {
  await app.settle();
  const items: Notice[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: string = `/v1/me/inbox?limit=100${cursor && `&cursor=${cursor}`}`;
    const answer: List<Notice> = expectStatus(200, await app.as(name).get<List<Notice>>(page));
    items.push(...answer.items);
    cursor = answer.nextCursor;
  }
  return items.filter(({ complaint }) => complaint.id === id);
}

export async function kinds(app: TestApp, name: CastName, made: Pick<Made, 'id'>): Promise<string[]> {
  return (await told(app, name, made)).map(({ kind }) => kind);
}

/** Time goes by, and mails that are due by then are made and sent. */
export async function post(app: TestApp, span: Span = {}): Promise<void> {
  await app.settle();
  app.advance(span);
  await app.get(NoticePost).turn();
  await app.settle();
}

/** The mails that somebody of the house got. */
export function mailsOf(app: TestApp, name: CastName) {
  return app.mailbox.to(CAST[name].email);
}

export async function settingsOf(app: TestApp, name: CastName): Promise<NoticeSettings> {
  return expectStatus(200, await app.as(name).get<NoticeSettings>('/v1/me/notices'));
}

export async function choose(app: TestApp, name: CastName, body: object): Promise<NoticeSettings> {
  const { version } = await settingsOf(app, name);
  return expectStatus(200, await app.as(name).patch<NoticeSettings>('/v1/me/notices', version, body));
}

/** The customer writes on the tracking page. */
export function customerWrites(app: TestApp, made: Made, body = 'It is the left leg.'): Promise<Tracking> {
  return app.make.byCustomer(made, 'messages', { body }, 201);
}
