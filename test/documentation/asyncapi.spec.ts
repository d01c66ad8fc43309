import specs from '@asyncapi/specs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as formats } from 'ajv-formats';
import type { Event } from '../../src/audit/feed/event.js';
import { ENTRY_TYPES } from '../../src/audit/entry-catalogue.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';

const app = useTestApp();

interface AsyncApi {
  asyncapi: string;
  channels: Record<string, { address: string; messages: Record<string, object> }>;
  components: { schemas: Record<string, object>; messages: Record<string, object> };
}

let document: AsyncApi;
beforeAll(async () => {
  document = expectStatus(200, await app.anonymous.get<AsyncApi>('/asyncapi.json'));
});

describe('the AsyncAPI document', () => {
  it('is one, by the schema of AsyncAPI 3.1', () => {
    // The schema brings the one that it is written in along.
    const ajv = new Ajv({ strict: false, allErrors: true, meta: false, validateSchema: false });
    formats.default(ajv);
    const valid = ajv.compile(specs.schemas['3.1.0'] as object);
    expect(valid(document) ? [] : valid.errors).toEqual([]);
    expect(document.asyncapi).toBe('3.1.0');
  });

  it('knows every type of entry, in every channel, by an address of the API', async () => {
    const { body } = await app.anonymous.get<{ paths: Record<string, object> }>('/openapi.json');
    for (const { address, messages } of Object.values(document.channels)) {
      expect(Object.keys(body.paths)).toContain(address);
      expect(Object.keys(messages).filter((name) => name !== 'reset')).toEqual(ENTRY_TYPES);
    }
  });

  it('refers to nothing that is not there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
    const missing = refs.filter((path) => {
      const found = path
        .split('/')
        .reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], document);
      return found === undefined;
    });
    expect(missing).toEqual([]);
  });

  it('describes each event of a complaint as it comes', async () => {
    const { id } = await app.make.complaint('in_progress');
    await app.settle();
    const { items } = expectStatus(
      200,
      await app.as('anna').get<{ items: Event[] }>(`/v1/events?complaintId=${id}`),
    );
    expect(items.length).toBeGreaterThan(5);
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default(ajv);
    ajv.addSchema({ $id: 'events', components: document.components });
    for (const event of items) {
      const valid = ajv.getSchema(`events#/components/schemas/${event.type}`);
      expect(valid?.(event) ? [] : valid?.errors).toEqual([]);
    }
  });
});
