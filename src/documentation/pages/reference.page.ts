import type { OperationObject } from '@nestjs/swagger';
import { html, prose } from '../html.js';
import type { Page } from '../page.js';

export const REFERENCE_PAGE: Page = {
  path: 'reference',
  title: 'API reference',
  purpose: 'Every operation of the API: what it takes, what it answers, what it refuses.',
  chapter: 'interface',
  body: ({ document }) => {
    const operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        path,
        method,
        operation: operation as OperationObject,
      })),
    );
    return html`${operations.map(
      ({ path, method, operation }) =>
        html`<h2 id="${operation.operationId ?? ''}"><code>${method.toUpperCase()} ${path}</code></h2>
          ${prose(operation.description ?? '')}`,
    )}`;
  },
};
