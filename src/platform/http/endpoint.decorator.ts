import { applyDecorators, Delete, Get, Header, HttpCode, Patch, Post, SetMetadata } from '@nestjs/common';
import { ApiExtraModels, ApiOperation } from '@nestjs/swagger';
import type { Actor, Role } from '../../kernel/actor.js';
import type { Permission } from '../../kernel/permissions.js';
import type { ProblemCode } from '../../kernel/refusal.js';
import type { Tag } from '../../kernel/tags.js';
import type { BytesTerms } from './input/incoming-bytes.js';
import type { FormTerms } from './input/form-parts.js';

/** A class whose properties carry field decorators (`fields/`). */
export type Dto<T extends object = object> = new () => T;

/** The row of a workflow that a route asks for, as the document publishes it (`x-workflow`). */
export interface WorkflowRow {
  action: string;
  /** From state to state; from null at the beginning. `by`: only these roles may take this way. */
  transitions: { from: string | null; to: string; by?: readonly Role[] }[];
  /** Who may take it by this route. */
  who: readonly Role[];
  /** What the case or the body must bring, in order of precedence, with the code that a refusal carries. */
  needs: { code: string; detail: string }[];
  /** The kinds of the promises that it opens, keeps and releases. */
  opens: readonly string[];
  keeps: readonly string[];
  releases: readonly string[];
  /** The type of the entry that it writes. */
  entry: string;
}

/** All there is to say about a route. Guards, validation, documentation and the check at the start read it. */
export interface EndpointSpec {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the controller's prefix, with `:name` for a path parameter; '' is the prefix itself. */
  path: string;
  /** Unique and camelCase, a verb first: `acknowledgeComplaint`. */
  operationId: string;
  tag: Tag;
  /** A short phrase without a full stop. */
  summary: string;
  /** What a caller must know beyond the summary. */
  description?: string;
  /** Who may: `access/roles.ts`. */
  permission: Permission;
  /** Default 200. */
  status?: 200 | 201 | 202 | 204;
  /** What the parameters of the path are, by name, where they are no ids: the words that each can be, explained. */
  params?: Record<string, Readonly<Record<string, string>>>;
  /** The widest body that anybody may send; it is the documented one. */
  body?: Dto;
  /** The body of one caller, where not all may set the same properties. */
  bodyFor?: (actor: Actor) => Dto;
  /** It takes `multipart/form-data` instead of JSON, with so many files; `body` has them as `Files`. */
  consumes?: FormTerms;
  /** The body is one file of this type as it is, instead of JSON. */
  bytes?: BytesTerms;
  /** No body at all is the same as `{}`. */
  bodyOptional?: boolean;
  /** How many keys a body may have, where it is made of long lists; 1,000 otherwise. */
  maxKeys?: number;
  query?: Dto;
  /** The resource that is answered; absent where there is no content, or where `rawType` says the form. */
  answers?: Dto;
  /** What is answered instead to another kind of caller. */
  answersOr?: Dto;
  /** The answer is a page of `answers`: `{ items, nextCursor }`. */
  list?: boolean;
  /** The page says how many there are in all, where `count=true` asks for it. */
  counted?: boolean;
  /** What is answered follows the log, and the page says how far: `asOf`. */
  followsLog?: boolean;
  /** The 201 names the new resource in `Location`. */
  location?: boolean;
  /** The answer carries an `ETag`; by itself where one resource with a `version` is answered. */
  etag?: boolean;
  /** Problems beyond those that follow by themselves: 401, 403, 400, 404, 429 … */
  refuses?: ProblemCode[];
  /** The codes that `unmet` of a 409 `action_refused` can carry. */
  needs?: string[];
  /** The row of the workflow, where the route is an action. */
  workflow?: WorkflowRow;
  /** PATCH requires it by itself; a POST on something versioned honours it. */
  ifMatch?: 'required' | 'honoured';
  /** A POST honours `Idempotency-Key` unless this is false. */
  idempotent?: false;
  /** It is public and the same for everybody, in the language of `Accept-Language`: `published` of the answer. */
  inLanguages?: boolean;
  /** The content type of an answer that is not JSON, for example `text/vnd.mermaid`. */
  rawType?: string;
  /** The answer is a file that somebody brought: `download`. */
  download?: true;
  /** The answer is to be saved: it carries `Content-Disposition`. */
  attachment?: true;
  /** The answer is a file that is made for the caller, in that of these media types which `Accept` prefers. */
  files?: readonly string[];
  /**
   * The answer are server-sent events: it is resumed by `Last-Event-ID`, and opened by a ticket too, because the
   * EventSource of a browser sends no `Authorization`.
   */
  stream?: true;
}

const ENDPOINT = 'amends:endpoint';
const ROUTES = { GET: Get, POST: Post, PATCH: Patch, DELETE: Delete };

/** Makes a controller's method a route. The start refuses a route without it. */
export function Endpoint(spec: EndpointSpec): MethodDecorator {
  const { operationId, summary, description } = spec;
  const models = [spec.body, spec.query, spec.answers, spec.answersOr].filter((model) => model !== undefined);
  return applyDecorators(
    SetMetadata(ENDPOINT, spec),
    ROUTES[spec.method](spec.path),
    HttpCode(spec.status ?? 200),
    ApiOperation({ operationId, summary, description, tags: [spec.tag] }),
    ...(models.length > 0 ? [ApiExtraModels(...models)] : []),
    ...(spec.rawType ? [Header('content-type', spec.rawType)] : []),
  );
}

/** What a route's handler declares, or undefined where it is no endpoint. */
export function endpointOf(handler: object): EndpointSpec | undefined {
  return Reflect.getMetadata(ENDPOINT, handler) as EndpointSpec | undefined;
}
