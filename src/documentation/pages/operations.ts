import type { OpenAPIObject, OperationObject, ReferenceObject, ResponseObject } from '@nestjs/swagger';
import type { EntryType } from '../../audit/entry-catalogue.js';
import type { WorkflowRow } from '../../platform/http/endpoint.decorator.js';
import { html, type SafeHtml } from '../html.js';
import type { Site } from '../page.js';

/** An operation of the document, with what pages tell about it. */
export interface DocumentedOperation {
  id: string;
  /** Its chapter in the reference. */
  tag: string;
  summary: string;
  permission: string;
  /** The action of the workflow that it takes, where it takes one. */
  action: string | undefined;
  /** By status. */
  refusals: Refusals[];
}

/** The problems that an operation can answer with one status. */
interface Refusals {
  codes: readonly string[];
  /** What `unmet` can hold. */
  needs: readonly string[];
  examples: Readonly<Record<string, unknown>>;
}

/** All operations in the order of the document. */
export function operationsOf(document: OpenAPIObject): DocumentedOperation[] {
  return Object.values(document.paths).flatMap((item) =>
    Object.values(item as Record<string, DocumentedObject>).map((operation) => ({
      id: operation.operationId ?? '',
      tag: operation.tags?.[0] ?? '',
      summary: operation.summary ?? '',
      permission: operation['x-permission'],
      action: operation['x-workflow']?.action,
      refusals: Object.values(operation.responses).flatMap((response) =>
        response ? refusalsOf(resolve(response as object, document) as Refused, document) : [],
      ),
    })),
  );
}

/** A link to an operation in the reference. */
export function operationLink(site: Site, { id, tag }: Pick<DocumentedOperation, 'id' | 'tag'>): SafeHtml {
  return html`<a href="${site.href(`reference/${tag}`, id)}"><code>${id}</code></a>`;
}

/** A link to the operation of this name; '' where the document has none. */
export function named(site: Site, id: string): SafeHtml {
  const operation = operationsOf(site.document).find((one) => one.id === id);
  return operation ? operationLink(site, operation) : html``;
}

/** A link to what an entry of the log says. */
export function entryLink(site: Site, type: EntryType): SafeHtml {
  return html`<a href="${site.href('entries', type)}"><code>${type}</code></a>`;
}

/** A link to what is missing where an action is refused with this code. */
export function needLink(site: Site, code: string): SafeHtml {
  return html`<a href="${site.href('problems/action-refused', code)}"><code>${code}</code></a>`;
}

/** Links to operations, one after the other. */
export function operationLinks(site: Site, operations: readonly DocumentedOperation[]): SafeHtml {
  return joined(operations.map((operation) => operationLink(site, operation)));
}

/** Several things in one line, with commas. */
export function joined(parts: readonly SafeHtml[], between = ', '): SafeHtml {
  return html`${parts.map((part, index) => (index === 0 ? part : html`${between}${part}`))}`;
}

type DocumentedObject = OperationObject & { 'x-permission': string; 'x-workflow'?: WorkflowRow };

interface Refused extends ResponseObject {
  'x-codes'?: string[];
  'x-needs'?: string[];
}

function refusalsOf(response: Refused, document: OpenAPIObject): Refusals[] {
  const { 'x-codes': codes, 'x-needs': needs = [], content } = response;
  if (!codes) return [];
  const examples = Object.entries(content?.['application/problem+json']?.examples ?? {}).map(
    ([name, example]) => [name, (resolve(example, document) as { value?: unknown }).value] as const,
  );
  return [{ codes, needs, examples: Object.fromEntries(examples) }];
}

/** What a reference refers to; anything else is itself. */
function resolve(part: object, document: OpenAPIObject): unknown {
  const { $ref } = part as Partial<ReferenceObject>;
  if ($ref === undefined) return part;
  const steps = $ref.slice('#/'.length).split('/');
  return steps.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], document);
}
