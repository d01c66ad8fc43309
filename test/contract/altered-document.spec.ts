import { beforeAll, describe, expect, it } from '@jest/globals';
import { useTestApp } from '../support/app.js';
import { Contract } from '../support/contract.js';
import {
  copyOf,
  type Described,
  type Document,
  placedOperations,
  publishedDocument,
  resolve,
  type Schema,
} from '../support/document.js';
import { bodySchema, named, type Sample, samplesOf, taken } from './sample.js';

const app = useTestApp();

let document: Document;
let samples: Sample[];
beforeAll(async () => {
  document = await publishedDocument(app.baseUrl);
  samples = samplesOf(document, placedOperations(document));
});

describe('against an altered document, what was right is refused', () => {
  /** What the checker takes after every operation of the document was changed so. */
  const takenAfter = (
    some: Sample[],
    change: (operation: Described) => void,
    changeSchema: (schema: Schema) => void = () => undefined,
  ) => {
    const altered = copyOf(document);
    Object.values(altered.components.schemas).forEach(changeSchema);
    for (const { operation } of placedOperations(altered)) {
      // Written out, so that a change of one response is no change of another.
      operation.responses = Object.fromEntries(
        Object.entries(operation.responses).map(([status, one]) => [status, copyOf(resolve(altered, one))]),
      );
      change(operation);
    }
    return taken(new Contract(altered), some, ({ answer }) => answer);
  };
  const responsesOf = ({ responses }: Described) => Object.values(responses);
  const nothing = () => undefined;
  /** One field of the schema, a required one where there is one. */
  const alterField = (alter: (properties: Record<string, Schema>, name: string) => void) => {
    return (schema: Schema) => {
      const { properties, required } = schema;
      const [name] = required ?? Object.keys(properties ?? {});
      if (!properties || name === undefined) return;
      schema.additionalProperties = false;
      alter(properties, name);
    };
  };

  it('where nothing is altered all is taken still', () => {
    expect(takenAfter(samples, nothing)).toEqual(samples.map(named));
  });

  it('where a route is not documented any more', () => {
    const altered = copyOf(document);
    altered.paths = {};
    const answered = samples.filter(({ status }) => status < 400);
    expect(taken(new Contract(altered), answered, ({ answer }) => answer)).toEqual([]);
  });

  it('where a refusal was removed', () => {
    const withoutRefusals = (operation: Described) => {
      operation.responses = Object.fromEntries(
        Object.entries(operation.responses).filter(([status]) => Number(status) < 400),
      );
    };
    const answered = samples.filter(({ status }) => status < 400).map(named);
    expect(takenAfter(samples, withoutRefusals)).toEqual(answered);
  });

  it('where the code of a refusal was removed', () => {
    const problems = samples.filter(({ status }) => status >= 400);
    const withoutCodes = (operation: Described) => {
      for (const response of responsesOf(operation)) response['x-codes'] = [];
    };
    expect(takenAfter(problems, withoutCodes)).toEqual([]);
  });

  it('where a header was removed', () => {
    const ours = samples.filter(({ answer }) =>
      ['etag', 'location', 'www-authenticate', 'ratelimit'].some((name) => answer.headers.has(name)),
    );
    const withoutHeaders = (operation: Described) => {
      for (const response of responsesOf(operation)) response.headers = {};
    };
    expect(ours.length).toBeGreaterThan(100);
    expect(takenAfter(ours, withoutHeaders)).toEqual([]);
  });

  it('where a field was removed, or changed its type', () => {
    const described = samples.filter((sample) => bodySchema(document, sample)?.properties);
    const removed = alterField((properties, name) => Reflect.deleteProperty(properties, name));
    const retyped = alterField((properties, name) => {
      properties[name] = { type: 'null' };
    });
    expect(described.length).toBeGreaterThan(500);
    expect(takenAfter(described, nothing, removed)).toEqual([]);
    expect(takenAfter(described, nothing, retyped)).toEqual([]);
  });

  it('where the media type is another', () => {
    const described = samples.filter(({ response }) => response.content);
    const renamed = (operation: Described) => {
      for (const response of responsesOf(operation)) {
        const [content] = Object.values(response.content ?? {});
        if (content) response.content = { 'application/x-other': content };
      }
    };
    expect(takenAfter(described, renamed)).toEqual([]);
  });
});
