import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';
import { PROBLEMS, type ProblemCode } from '../../kernel/refusal.js';
import { html, prose, type SafeHtml } from './html.js';
import { PROBLEM_MEANINGS } from './problem-meanings.js';

/** Everything on one page: the introduction, each chapter with its operations, and the problems. */
export function overviewPage({ info, tags = [], paths }: OpenAPIObject): string {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      path,
      method,
      operation: operation as OperationObject,
    })),
  );
  const chapters = tags.map(({ name, description = '' }) => {
    const own = operations.filter(({ operation }) => operation.tags?.includes(name));
    return html`<section>
      <h2 id="${name}">${name}</h2>
      ${prose(description)} ${own.map(operationPart)}
    </section>`;
  });
  return page(
    info.title,
    html`<h1>${info.title} <small>${info.version}</small></h1>
      ${prose(info.description ?? '')}
      <p>
        For programs: <a href="openapi.json">openapi.json</a>. The workflow, as it is enforced:
        <a href="v1/workflow">/v1/workflow</a>, drawn: <a href="v1/workflow/diagram">/v1/workflow/diagram</a>.
      </p>
      <nav>
        ${tags.map(({ name }) => html`<a href="#${name}">${name}</a> `)}
        <a href="#problems">problems</a>
      </nav>
      ${chapters} ${problemList()}`,
  );
}

/** What a problem means. `type` of an error is the address of this page. */
export function problemPage(code: ProblemCode): string {
  const { status, title } = PROBLEMS[code];
  return page(
    title,
    html`<h1>${title}</h1>
      <p>Status ${String(status)}, code <code>${code}</code></p>
      ${prose(PROBLEM_MEANINGS[code])}
      <p><a href="../../docs">The documentation</a></p>`,
  );
}

function operationPart(part: { path: string; method: string; operation: OperationObject }): SafeHtml {
  const { summary = '', description = '', operationId = '', responses } = part.operation;
  return html`<article id="${operationId}">
    <h3><code>${part.method.toUpperCase()} ${part.path}</code> ${summary}</h3>
    ${prose(description)}
    <p>Answers: ${Object.keys(responses).join(', ')}.</p>
  </article>`;
}

function problemList(): SafeHtml {
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  return html`<section>
    <h2 id="problems">problems</h2>
    <dl>
      ${codes.map(
        (code) =>
          html`<dt>
              ${String(PROBLEMS[code].status)}
              <a href="docs/problems/${code.replaceAll('_', '-')}"><code>${code}</code></a>
            </dt>
            <dd>${prose(PROBLEM_MEANINGS[code])}</dd>`,
      )}
    </dl>
  </section>`;
}

function page(title: string, body: SafeHtml): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          body {
            font:
              1rem/1.5 system-ui,
              sans-serif;
            max-width: 50rem;
            margin: 2rem auto;
            padding: 0 1rem;
          }
          code {
            font-size: 0.9em;
          }
          article {
            border-top: 1px solid #ccc;
          }
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;
}
