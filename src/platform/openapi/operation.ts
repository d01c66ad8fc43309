import type { OperationObject, ReferenceObject, RequestBodyObject, ResponseObject } from '@nestjs/swagger';
import type { Role } from '../../kernel/actor.js';
import { type Permission, PERMISSIONS } from '../../kernel/permissions.js';
import type { EndpointSpec, WorkflowRow } from '../http/endpoint.decorator.js';
import { fieldsOf } from '../http/fields/field.js';
import { type Components, schemaName } from './components.js';
import type { NamedExample } from './examples/examples.js';
import type { HeaderName } from './headers.js';
import { parametersOf } from './parameters.js';
import { problemCodes, takesIdempotencyKey } from './problems/problem-codes.js';
import { problemResponse } from './problems/problem-responses.js';
import { answerSchema, MADE_FILE } from './answers.js';

/** An operation as the document has it, with the permission that it needs. */
export interface Operation extends OperationObject {
  'x-permission': Permission;
  /** Where it is an action. */
  'x-workflow'?: WorkflowRow;
}

/** Writes one operation out of what its endpoint declares. */
export function describeOperation(
  spec: EndpointSpec,
  path: string,
  roles: readonly Role[],
  components: Components,
): Operation {
  const hasEtag = spec.etag ?? isVersioned(spec);
  const problems = [...problemCodes(spec, path, roles)].map(
    ([status, codes]) => [status, problemResponse(status, codes, spec, components)] as const,
  );
  return {
    operationId: spec.operationId,
    tags: [spec.tag],
    summary: spec.summary,
    description: describe(spec, roles),
    security: [...securityOf(roles), ...(spec.stream ? [{ streamTicket: [] }] : [])],
    'x-permission': spec.permission,
    ...(spec.workflow ? { 'x-workflow': spec.workflow } : {}),
    parameters: parametersOf(spec, path, hasEtag, components),
    ...(spec.body || spec.bytes ? { requestBody: bodyOf(spec, components) } : {}),
    responses: {
      [spec.status ?? 200]: success(spec, hasEtag, components),
      ...(spec.method === 'GET' && hasEtag ? { 304: notModified(spec, components) } : {}),
      ...Object.fromEntries(problems),
    },
  };
}

function isVersioned({ answers, list }: EndpointSpec): boolean {
  return answers !== undefined && !list && fieldsOf(answers).has('version');
}

function describe({ description, permission }: EndpointSpec, roles: readonly Role[]): string {
  const who = roles.filter((role) => role !== 'system').join(', ');
  return [description, `Permission \`${permission}\` (${PERMISSIONS[permission]}): ${who}.`]
    .filter(Boolean)
    .join('\n\n');
}

/** Which tokens do; `{}` is none. */
function securityOf(roles: readonly Role[]): Record<string, string[]>[] {
  const staff = roles.some((role) => !['anonymous', 'complainant', 'mail_server', 'system'].includes(role));
  return [
    ...(roles.includes('anonymous') ? [{}] : []),
    ...(staff ? [{ accessToken: [] }] : []),
    ...(roles.includes('complainant') ? [{ trackingToken: [] }] : []),
    ...(roles.includes('mail_server') ? [{ inboundKey: [] }] : []),
  ];
}

function bodyOf(
  { body, bodyOptional, bytes, consumes, method, operationId }: EndpointSpec,
  components: Components,
): RequestBodyObject {
  if (bytes) return fileOf(bytes, shown(components.examples.requests(operationId)));
  if (!body) return { content: {} };
  const schema = components.dto(body);
  const examples = shown(components.examples.requests(operationId));
  components.close(schemaName(body));
  const types = consumes
    ? ['multipart/form-data']
    : ['application/json', ...(method === 'PATCH' ? ['application/merge-patch+json'] : [])];
  const description = method === 'PATCH' ? 'What changes; null clears.' : undefined;
  return {
    ...(description ? { description } : {}),
    required: !bodyOptional,
    content: Object.fromEntries(types.map((type) => [type, { schema, ...examples }])),
  };
}

function fileOf(
  { type, maxBytes }: NonNullable<EndpointSpec['bytes']>,
  examples: ReturnType<typeof shown>,
): RequestBodyObject {
  const schema = { type: 'string', description: 'The bytes of the file.', minLength: 1, maxLength: maxBytes };
  return { required: true, content: { [type]: { schema, ...examples } } };
}

function success(spec: EndpointSpec, hasEtag: boolean, components: Components): ResponseObject {
  const names: HeaderName[] = [
    ...(hasEtag ? (['ETag'] as const) : []),
    ...(spec.location ? (['Location'] as const) : []),
    ...(spec.list ? (['Link'] as const) : []),
    ...(spec.attachment || spec.download || spec.files ? (['Content-Disposition'] as const) : []),
    ...(spec.download || spec.files ? (['Content-Digest'] as const) : []),
    ...(takesIdempotencyKey(spec) ? (['Idempotent-Replayed'] as const) : []),
    ...(spec.stream ? (['X-Accel-Buffering'] as const) : []),
  ];
  const answer = answerSchema(spec, components);
  const examples = shown(components.examples.answers(spec.operationId));
  const files = (spec.files ?? []).map((type) => [type, { schema: MADE_FILE, ...examples }] as const);
  return {
    description: spec.status === 204 ? 'Done; there is nothing to say.' : `Done: ${spec.summary}.`,
    headers: { ...headers(names, components), ...inLanguage(spec, components) },
    ...(answer ? { content: { [answer.type]: { schema: answer.schema, ...examples } } } : {}),
    ...(files.length > 0 ? { content: Object.fromEntries(files) } : {}),
  };
}

function shown(examples: Record<string, NamedExample>): { examples?: Record<string, NamedExample> } {
  return Object.keys(examples).length > 0 ? { examples } : {};
}

function notModified(spec: EndpointSpec, components: Components): ResponseObject {
  const description = 'It is still the version that you have.';
  return { description, headers: { ...headers(['ETag'], components), ...inLanguage(spec, components) } };
}

/** What is the same for everybody is known by all that it says, not by a version. */
function inLanguage({ inLanguages }: EndpointSpec, components: Components): Record<string, ReferenceObject> {
  if (!inLanguages) return {};
  return {
    ETag: components.header('ETag-Published'),
    'Content-Language': components.header('Content-Language'),
  };
}

function headers(names: HeaderName[], components: Components): Record<string, ReferenceObject> {
  return Object.fromEntries(names.map((name) => [name, components.header(name)]));
}
