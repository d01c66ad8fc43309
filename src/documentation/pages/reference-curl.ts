import { html, SafeHtml } from '../html.js';
import { highlightJson } from '../json-text.js';
import { code } from '../parts.js';
import type { Described, Operation, Parameter } from './reference-document.js';

/** A call to copy into a terminal. */
export function curlOf(operation: Operation, described: Described): SafeHtml {
  const parameters = (operation.parameters ?? []).map((parameter) => described.resolve(parameter));
  const lines = [
    `curl ${operation.method === 'GET' ? '' : `-X ${operation.method} `}"$URL${pathOf(operation, parameters)}"`,
    ...(needsToken(operation) ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...headersOf(parameters),
  ].map((line) => html`${line}`);
  const body = bodyOf(operation, described);
  if (body !== undefined) lines.push(html`--json ${quotedJson(body)}`);
  for (const field of formOf(operation, described)) lines.push(html`-F ${quoted(field)}`);
  return code('Call', html`${lines.map((line, index) => html`${index > 0 ? ' \\\n  ' : ''}${line}`)}`);
}

function bodyOf({ requestBody }: Operation, described: Described): unknown {
  const content = requestBody && described.resolve(requestBody).content['application/json'];
  return content && described.exampleOf(content);
}

/** The fields of a form: files are read from where the call is made. */
function formOf({ requestBody }: Operation, described: Described): string[] {
  const content = requestBody && described.resolve(requestBody).content['multipart/form-data'];
  const example = (content && described.exampleOf(content)) ?? {};
  return Object.entries(example as Record<string, unknown>).map(([name, value]) =>
    Array.isArray(value) ? `${name}=@photo.jpg` : `${name}=${String(value)}`,
  );
}

/** The path with the example of each parameter, or its name in capitals as a variable of the shell. */
function pathOf({ path }: Operation, parameters: readonly Parameter[]): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const { schema } = parameters.find((one) => one.in === 'path' && one.name === name) ?? {};
    return schema?.enum ? String(schema.enum[0]) : `$${name.toUpperCase()}`;
  });
}

function needsToken({ security = [] }: Operation): boolean {
  return security.length > 0 && !security.some((one) => Object.keys(one).length === 0);
}

function headersOf(parameters: readonly Parameter[]): string[] {
  return parameters
    .filter((one) => one.in === 'header' && (one.required === true || one.name === 'Idempotency-Key'))
    .map(({ name, example }) => `-H ${quoted(`${name}: ${typeof example === 'string' ? example : '…'}`)}`);
}

/** JSON on many lines and in colour, and still one word for the shell. */
function quotedJson(value: unknown): SafeHtml {
  return new SafeHtml(quoted(highlightJson(value).text));
}

/** One word for the shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
