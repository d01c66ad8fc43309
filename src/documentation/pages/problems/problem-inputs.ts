import { INPUT_CODES } from '../../../kernel/refusal.js';
import { html, type SafeHtml } from '../../html.js';
import { table } from '../../parts.js';

/** The codes that `errors` of a 400 can hold. */
export function inputCodes(): SafeHtml {
  return html`<h2 id="codes">What can be wrong</h2>
    <p>
      Each of the <code>errors</code> says where (a <code>pointer</code> into the body, or a
      <code>parameter</code>) and what. A code means the same wherever it stands.
    </p>
    ${table({
      caption: 'The codes of “errors”, with their words',
      head: ['Code', 'What is wrong'],
      rows: Object.entries(INPUT_CODES).map(([code, meaning]) => ({
        id: code,
        cells: [code, `What stands there ${meaning}.`],
      })),
    })}`;
}
