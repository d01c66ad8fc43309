import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject, ResponseObject } from '@nestjs/swagger';
import type { Operation } from '../../../src/platform/openapi/operation.js';
import type { ProblemResponse } from '../../../src/platform/openapi/problems/problem-responses.js';

const document = JSON.parse(readFileSync('openapi.json', 'utf8')) as OpenAPIObject;
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  (Object.values(item) as Operation[]).map((operation) => ({ path, operation })),
);
const refusing = operations.flatMap(({ operation }) => {
  const conflict = operation.responses[409] as ProblemResponse | undefined;
  return conflict?.['x-needs'] ? [{ operation, conflict, needs: conflict['x-needs'] }] : [];
});

describe('the published document', () => {
  it('shows the row of the workflow with every action', () => {
    const actions = operations.filter(({ path }) =>
      /^\/v1\/(complaints\/\{id\}|tracking)\/actions\/./.test(path),
    );
    expect(actions).toHaveLength(20);
    for (const { path, operation } of actions) {
      expect(operation['x-workflow']).toMatchObject({ action: path.split('/').at(-1) });
      const needs = operation['x-workflow']?.needs.map(({ code }) => code) ?? [];
      expect((operation.responses[409] as ProblemResponse)['x-needs']).toEqual(expect.arrayContaining(needs));
    }
  });

  it('shows nobody a way that is not theirs', () => {
    const reopen = operations.find(({ operation }) => operation.operationId === 'reopenOwnComplaint');
    const row = reopen?.operation['x-workflow'];
    expect(row?.who).toEqual(['complainant']);
    expect(new Set(row?.transitions.map(({ from }) => from))).toEqual(new Set(['withdrawn', 'declined']));
  });

  it('shows a refusal that was really answered with every operation that a case can refuse', () => {
    for (const { operation, conflict, needs } of refusing) {
      const { examples = {} } = conflict.content?.['application/problem+json'] ?? {};
      const { value } = examples.action_refused as { value: { unmet?: { code: string }[] } };
      const codes = value.unmet?.map(({ code }) => code) ?? [];
      expect(codes.length).toBeGreaterThan(0);
      expect([operation.operationId, codes.filter((code) => !needs.includes(code))]).toEqual([
        operation.operationId,
        [],
      ]);
    }
  });

  it('names the codes of every problem', () => {
    for (const { operation } of operations) {
      for (const [status, described] of Object.entries(operation.responses)) {
        if (Number(status) < 400) continue;
        const { $ref } = described as { $ref?: string };
        const response = $ref
          ? document.components?.responses?.[$ref.replace('#/components/responses/', '')]
          : described;
        const { 'x-codes': codes, content } = response as ProblemResponse;
        expect(codes).toEqual(Object.keys(content?.['application/problem+json']?.examples ?? {}));
      }
    }
  });

  it('says where to find what was made', () => {
    const made = operations.flatMap(
      ({ operation }) => (operation.responses[201] as ResponseObject | undefined) ?? [],
    );
    expect(made.length).toBeGreaterThan(5);
    for (const { headers } of made) expect(headers).toHaveProperty('Location');
  });

  it('says how large every number can be', () => {
    expect(unbounded(document.components?.schemas)).toEqual([]);
  });

  it('says whom to write to', () => {
    expect(document.info.contact?.email).toBe('api@amends.local');
  });
});

/** Integers without a format or bounds, as JSON. */
function unbounded(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, format, minimum, maximum } = node as Record<string, unknown>;
  const isWhole = type === 'integer' || (Array.isArray(type) && type.includes('integer'));
  const flawed = isWhole && [format, minimum, maximum].some((one) => one === undefined);
  return [...(flawed ? [JSON.stringify(node)] : []), ...Object.values(node).flatMap(unbounded)];
}
