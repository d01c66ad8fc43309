import type { Answer } from './api.js';
import type { Response } from './document.js';

/** What no schema can say: where two parts of an answer, each well formed, contradict each other or the document. */
export function consistencyFaults(response: Response, answer: Answer, isProblem: boolean): string[] {
  if (typeof answer.body !== 'object' || answer.body === null) return [];
  return isProblem
    ? problemFaults(response, answer as Answer<ProblemParts>)
    : resourceFaults(response, answer as Answer<ResourceParts>);
}

interface ProblemParts {
  type: string;
  status: number;
  code: string;
  requestId: string;
  unmet?: { code: string }[];
}

interface ResourceParts {
  id?: unknown;
  version?: unknown;
  nextCursor?: unknown;
}

function problemFaults(response: Response, { status, headers, body }: Answer<ProblemParts>): string[] {
  const codes = response['x-codes'];
  const needs = response['x-needs'] ?? [];
  const unmet = (body.unmet ?? []).map(({ code }) => code);
  const strange = unmet.filter((code) => !needs.includes(code));
  return [
    ...when(codes && !codes.includes(body.code), `the code ${body.code} is not one of ${String(codes)}`),
    ...strange.map((code) => `the need ${code} is not one of ${needs.join()}`),
    ...when((body.code === 'action_refused') !== unmet.length > 0, `${body.code} has ${unmet.length} needs`),
    ...when(body.status !== status, `the body says the status ${body.status}`),
    ...when(body.requestId !== headers.get('x-request-id'), 'requestId is not X-Request-Id'),
    ...when(!body.type.endsWith(`/${body.code.replaceAll('_', '-')}`), `${body.type} is not of ${body.code}`),
  ];
}

function resourceFaults(response: Response, { headers, body }: Answer<ResourceParts>): string[] {
  const { id, version, nextCursor } = body;
  const documented = (name: string) => response.headers !== undefined && name in response.headers;
  const etag = headers.get('etag');
  const location = headers.get('location');
  const cursor = /[?&]cursor=([^&>]*)/.exec(headers.get('link') ?? '')?.[1] ?? null;
  const next = typeof nextCursor === 'string' ? encodeURIComponent(nextCursor) : null;
  return [
    ...when(
      isTagOfVersion(response) && typeof version === 'number' && etag !== `"${String(version)}"`,
      `the ETag ${String(etag)} is not the version ${String(version)}`,
    ),
    ...when(
      location && UUID.test(location) && typeof id === 'string' && !location.endsWith(`/${id}`),
      `the Location ${String(location)} is not of ${String(id)}`,
    ),
    ...when(
      documented('Link') && cursor !== next,
      `the Link leads to ${String(cursor)}, nextCursor to ${String(next)}`,
    ),
  ];
}

/** What is published is known by all that it says; everything else by its version. */
export function isTagOfVersion({ headers }: Response): boolean {
  const { ETag: tag } = headers ?? {};
  return tag !== undefined && !('$ref' in tag && String(tag.$ref).endsWith('/ETag-Published'));
}

/** Where the caller has one of its kind only, the path needs no id: `/v1/tracking`. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-/;

function when(condition: unknown, fault: string): string[] {
  return condition ? [fault] : [];
}
