import { html, type SafeHtml } from '../html.js';
import type { Page, Site } from '../page.js';
import { code, note } from '../parts.js';
import { CLIENT_EXAMPLES, type ClientExample } from './client-examples.js';
import { linked } from './linked.js';
import { REFINE_PROVIDER, REFINE_VERSION } from './refine-provider.js';

export const CLIENTS_PAGE: Page = {
  path: 'clients',
  title: 'Clients made from the contract',
  purpose:
    'Nobody writes calls of this API by hand: a program writes them from its description, with a ' +
    'type for everything that is sent and answered. This page shows four such programs to those who ' +
    'build a user interface.',
  chapter: 'interface',
  body: (site) =>
    html`${beginning(site)}${CLIENT_EXAMPLES.map((example) => section(site, example))}${provider(site)}`,
};

function beginning(site: Site): SafeHtml {
  return html`<h2 id="before-you-begin">Before you begin</h2>
    ${linked(
      site,
      'The description of the API is an OpenAPI 3.1 document. Save it beside your code, and again ' +
        'with each release: what no longer fits, the compiler finds.',
    )}
    ${code('Save the description', 'curl -s "$URL/openapi.json" -o openapi.json')}
    ${linked(
      site,
      'Each example does the same: of the [complaints](glossary#complaint) that nobody has answered ' +
        'yet it takes the one that is due first, and acknowledges it. It sends the version it has read ' +
        'as [If-Match](how-to-lock), so that nothing is done if somebody else was faster; a refusal is ' +
        'told by its [code](problems). In the versions named here, each is generated and compiled by a ' +
        'test of this program, under `tsc --strict`.',
    )}
    ${note(
      linked(
        site,
        'An answer may have more properties tomorrow than the description names today. A client that ' +
          'was generated before goes on working; nothing that it uses goes away or changes without a ' +
          'new first number of the version (before 1.0: the second).',
      ),
    )}`;
}

function section(site: Site, { id, about, options, config, ...example }: ClientExample): SafeHtml {
  return html`<h2 id="${id}">${example.package}</h2>
    ${linked(site, about)} ${config ? code(config.file, config.text) : ''}
    ${code('Generate', `npx ${example.package}@${example.version} ${options}`)} ${code('Use', example.code)}`;
}

function provider(site: Site): SafeHtml {
  return html`<h2 id="refine">A data provider for refine</h2>
    ${linked(
      site,
      'The framework refine, like others, builds lists and forms over a data provider: a few functions that ' +
        `ask the API. This one is whole. It is held against the types of \`@refinedev/core\` ` +
        `${REFINE_VERSION}, and a test works through it.`,
    )}
    ${linked(
      site,
      'A resource is the path below `/v1`. Lists follow the [cursors](how-to-page); a form that is saved over ' +
        'a later version is refused; the errors of a 400 stand at their fields. An action is created: ' +
        "`useCreate()` with the resource `'complaints/' + id + '/actions/acknowledge'`. What a user may do " +
        "now, and what is missing, is the list `'complaints/' + id + '/actions'`.",
    )}
    ${code('amends-provider.ts', REFINE_PROVIDER)}`;
}
