import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isId } from '../../kernel/identifiers.js';
import { acceptedLanguages } from './languages.js';
import { notFound } from '../../kernel/refusal.js';
import { METHOD_FORM, METHOD_MAX } from './path-forms.js';
import { contextOf } from './request-context.js';

/** The validated body, an instance of the class that the endpoint names. */
export const Body = createParamDecorator((_: unknown, context: ExecutionContext) => ofRequest(context).body);

/** The form that waits to be read, an `IncomingForm` of the class that the endpoint names. */
export const Form = createParamDecorator((_: unknown, context: ExecutionContext) => ofRequest(context).form);

/** The file that waits to be read, an `IncomingBytes`. */
export const Bytes = createParamDecorator(
  (_: unknown, context: ExecutionContext) => ofRequest(context).bytes,
);

/** The validated query, an instance of the class that the endpoint names. */
export const Query = createParamDecorator(
  (_: unknown, context: ExecutionContext) => ofRequest(context).query,
);

/** The kernel's `Call`: what every write is told about who asks, and on which conditions. */
export const TheCall = createParamDecorator(
  (_: unknown, context: ExecutionContext) => ofRequest(context).call,
);

/** The actor, where a read asks who is looking. */
export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext) => ofRequest(context).actor,
);

/** The languages that `Accept-Language` asks for, best first; none where it is absent. */
export const AcceptedLanguages = createParamDecorator((_: unknown, context: ExecutionContext) =>
  acceptedLanguages(requestOf(context).headers['accept-language'] ?? ''),
);

/** An id of the path, in lower case. What is no UUID names nothing: 404, as for any id that does not exist. */
export const PathId = createParamDecorator((name: string, context: ExecutionContext) => {
  const params = requestOf(context).params as Record<string, string | undefined>;
  const id = params[name];
  if (!isId(id)) throw notFound();
  return id.toLowerCase();
});

/** A version of the path. What is no whole number from 1 on names nothing: 404. */
export const PathVersion = createParamDecorator((name: string, context: ExecutionContext) => {
  const params = requestOf(context).params as Record<string, string | undefined>;
  const version = params[name] ?? '';
  if (!/^[1-9][0-9]{0,8}$/.test(version)) throw notFound();
  return Number(version);
});

/** A place in the log. What is no whole number from 1 on names nothing: 404. */
export const PathPosition = createParamDecorator((name: string, context: ExecutionContext) => {
  const params = requestOf(context).params as Record<string, string | undefined>;
  const position = params[name] ?? '';
  if (!/^[1-9][0-9]{0,14}$/.test(position)) throw notFound();
  return Number(position);
});

/** Class and method of the program. What does not read like that names nothing: 404. */
export const PathMethod = createParamDecorator((name: string, context: ExecutionContext) => {
  const params = requestOf(context).params as Record<string, string | undefined>;
  const method = params[name] ?? '';
  if (method.length > METHOD_MAX || !METHOD_FORM.test(method)) throw notFound();
  return method;
});

function ofRequest(context: ExecutionContext) {
  return contextOf(requestOf(context));
}

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}
