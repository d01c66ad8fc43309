import type { OpenApi } from './document.js';
import type { Finding, Report } from './finding.js';
import { judgeOperations } from './operations.js';
import { judgeSchemas } from './schemas.js';

/**
 * What we ask of our own contract beyond what a linter can: that it is complete. Everything is described, bounded,
 * shown by an example and used.
 */
export function judge(document: OpenApi): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (rule, at, message) => findings.push({ by: 'rules', rule, at, message });
  judgeOperations(document, report);
  judgeSchemas(document, report);
  judgeComponents(document, report);
  return findings;
}

function judgeComponents(document: OpenApi, report: Report): void {
  for (const { name, description = '' } of document.tags ?? []) {
    if (description.trim() === '') report('tag-description', '#/tags', `${name} is not described`);
  }
  const used = reached(document);
  for (const [section, components] of Object.entries(document.components)) {
    if (section === 'securitySchemes') continue;
    for (const name of Object.keys(components)) {
      const at = `#/components/${section}/${name}`;
      if (!used.has(at)) report('component-used', at, 'is used nowhere');
    }
  }
}

/** Every component that paths and webhooks lead to, directly or by others. */
function reached(document: OpenApi): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { $ref } = node as { $ref?: unknown };
    if (typeof $ref === 'string' && !found.has($ref)) {
      found.add($ref);
      const [section = '', name = ''] = $ref.replace('#/components/', '').split('/');
      visit(document.components[section]?.[name]);
    }
    Object.values(node).forEach(visit);
  };
  visit(document.paths);
  visit(document.webhooks);
  return found;
}
