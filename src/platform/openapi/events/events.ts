import type { ParameterObject, PathItemObject, ReferenceObject } from '@nestjs/swagger';
import type { Tag } from '../../../kernel/tags.js';
import type { Dto } from '../../http/endpoint.decorator.js';
import type { Components } from '../components.js';

/** What the program tells others by itself: the `webhooks` of the document. */
export interface PublishedEvents {
  tag: Tag;
  /** The body of each. */
  envelope: Dto;
  events: readonly PublishedEvent[];
}

export interface PublishedEvent {
  /** Its type, such as `complaint.closed`. */
  name: string;
  meaning: string;
  /** What its data hold, in Markdown. */
  fields: string;
}

/** One webhook for each event, by its name. */
export function describeEvents(
  { tag, envelope, events }: PublishedEvents,
  components: Components,
): Record<string, PathItemObject> {
  const body = components.dto(envelope);
  const parameters = Object.entries(HEADERS).map(([name, header]) =>
    components.parameter(name, () => header),
  );
  return Object.fromEntries(
    events.map((event) => [event.name, { post: describeEvent(event, tag, body, parameters) }]),
  );
}

function describeEvent(
  { name, meaning, fields }: PublishedEvent,
  tag: Tag,
  body: ReferenceObject,
  parameters: ReferenceObject[],
) {
  return {
    operationId: `on${name.replace(/(^|[._])([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}`,
    tags: [tag],
    summary: name,
    description: `${meaning}\n\n${fields}`,
    security: [],
    parameters,
    requestBody: { required: true, content: { 'application/cloudevents+json': { schema: body } } },
    responses: {
      '2XX': { description: 'Taken. The body of the answer is not looked at.' },
      default: {
        description:
          'Not taken, redirects included: it is tried again, not before `Retry-After`. 410 says that nobody is here ' +
          'any more: the webhook becomes inactive.',
      },
    },
  };
}

const text = { type: 'string', minLength: 1, maxLength: 2000 } as const;
const HEADERS: Record<string, ParameterObject> = {
  'webhook-id': {
    name: 'webhook-id',
    in: 'header',
    required: true,
    description: 'The id of the event. What comes again has the same one: whoever had it before answers 200.',
    schema: text,
    example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071',
  },
  'webhook-timestamp': {
    name: 'webhook-timestamp',
    in: 'header',
    required: true,
    description: 'When this attempt was made, in seconds since 1970. Refuse what is older than five minutes.',
    schema: text,
    example: '1795424400',
  },
  'webhook-signature': {
    name: 'webhook-signature',
    in: 'header',
    required: true,
    description:
      '`v1,` and the HMAC-SHA256 of `<webhook-id>.<webhook-timestamp>.<body>` in base64, by the secret of the ' +
      'webhook (Standard Webhooks); two with a space between while the secret is rolled.',
    schema: text,
    example: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
};
