import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Config } from '../../../src/platform/config.js';
import type { Schema } from '../../../src/commands/client/amends.js';
import { type Answer, expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import { FORM_HEADERS, formBody, type FormFile } from '../../support/form.js';
import type { Made } from '../../support/make.js';
import type { List, Problem } from '../../support/resources.js';

export type Attachment = Schema<'AttachmentDto'>;
type Uploaded = Schema<'UploadedDto'>;
export type Tracked = Schema<'TrackedAttachmentsDto'>;

/** The first bytes of a picture, which are enough to know it by. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What the tests of attachments say again and again. */
export class Attachments {
  constructor(private readonly app: TestApp) {}

  /** Tries to attach. */
  send(
    made: Pick<Made, 'id'>,
    files: FormFile[],
    fields: Record<string, string> = {},
    { as = 'anna', headers = {} }: { as?: CastName; headers?: Record<string, string> } = {},
  ): Promise<Answer<Uploaded & Problem>> {
    return this.app.as(as).post(this.path(made), formBody(files, fields), { ...FORM_HEADERS, ...headers });
  }

  /** One file that is attached. */
  async made(made: Made, file: FormFile, fields: Record<string, string> = {}): Promise<Attachment> {
    const { attachments } = expectStatus(201, await this.send(made, [file], fields));
    const [one] = attachments;
    if (!one || attachments.length > 1) throw new Error('expected one attachment');
    return one;
  }

  /** The customer tries to attach. */
  sendAsCustomer(
    made: Made,
    files: FormFile[],
    fields: Record<string, string> = {},
  ): Promise<Answer<Tracked>> {
    const customer = this.app.withToken(made.trackingToken);
    return customer.post('/v1/tracking/attachments', formBody(files, fields), FORM_HEADERS);
  }

  async tracked(made: Made): Promise<Tracked['attachments']> {
    const customer = this.app.withToken(made.trackingToken);
    return expectStatus(200, await customer.get<Tracked>('/v1/tracking/attachments')).attachments;
  }

  async list(made: Made, as: CastName = 'anna'): Promise<Attachment[]> {
    return expectStatus(200, await this.app.as(as).get<List<Attachment>>(this.path(made))).items;
  }

  async read(made: Made, { id }: { id: string }, as: CastName = 'anna'): Promise<Attachment> {
    return expectStatus(200, await this.app.as(as).get<Attachment>(`${this.path(made)}/${id}`));
  }

  content(made: Made, { id }: { id: string }, as: CastName = 'anna'): Promise<Answer<Problem>> {
    return this.app.as(as).get(`${this.path(made)}/${id}/content`);
  }

  /** By its signed link, as anybody. */
  linked({ contentUrl }: { contentUrl: string | null }): Promise<Answer<Problem>> {
    if (contentUrl === null) throw new Error('it has no link');
    return this.app.anonymous.get(new URL(contentUrl).pathname);
  }

  path({ id }: Pick<Made, 'id'>): string {
    return `/v1/complaints/${id}/attachments`;
  }

  /** The files that lie in the storage, those on their way included. */
  async stored(): Promise<string[]> {
    const folder = join(this.app.get(Config).dataDir, 'attachments');
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found.filter((one) => one.isFile()).map(({ name }) => name);
  }
}
