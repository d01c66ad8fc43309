import type { ReferenceObject, ResponseObject } from '@nestjs/swagger';
import { PROBLEMS, type ProblemCode } from '../../kernel/refusal.js';
import { problemType } from '../http/problem.js';
import type { Components } from './components.js';
import { PROBLEM_FORMS, Problem } from './problem.dto.js';
import { PROBLEM_MEANINGS } from './problem-meanings.js';
import type { HeaderName } from './headers.js';

/** The response of one status. A problem that comes alone and the same everywhere is written once and referred to. */
export function problemResponse(
  status: number,
  codes: ProblemCode[],
  needs: readonly string[],
  components: Components,
): ResponseObject | ReferenceObject {
  const make = () => response(status, codes, needs, components);
  const [only, ...others] = codes;
  if (only === undefined || others.length > 0 || only === 'action_refused') return make();
  return components.response(pascal(only), make);
}

function response(
  status: number,
  codes: ProblemCode[],
  needs: readonly string[],
  components: Components,
): ResponseObject {
  const forms = [...new Set(codes.map((code) => PROBLEM_FORMS[code] ?? Problem))];
  const schemas = forms.map((form) => components.dto(form));
  return {
    description: codes.map((code) => describe(code, needs)).join('\n\n'),
    headers: Object.fromEntries(headersOf(status).map((name) => [name, components.header(name)])),
    content: {
      'application/problem+json': {
        schema: schemas.length === 1 && schemas[0] ? schemas[0] : { anyOf: schemas },
        examples: Object.fromEntries(codes.map((code) => [code, { value: example(code, needs) }])),
      },
    },
  };
}

function describe(code: ProblemCode, needs: readonly string[]): string {
  const said = `\`${code}\`: ${PROBLEM_MEANINGS[code]}`;
  if (code !== 'action_refused' || needs.length === 0) return said;
  return `${said} It can hold ${needs.map((need) => `\`${need}\``).join(', ')}.`;
}

function headersOf(status: number): HeaderName[] {
  if (status === 401) return ['WWW-Authenticate'];
  if (status === 429) return ['Retry-After', 'RateLimit', 'RateLimit-Policy'];
  return status === 503 ? ['Retry-After'] : [];
}

function example(code: ProblemCode, needs: readonly string[]): object {
  const { status, title } = PROBLEMS[code];
  const type = problemType(code, 'http://localhost:3000');
  const detail = PROBLEM_MEANINGS[code];
  return { type, title, status, detail, code, ...members(code, needs), requestId: EXAMPLE_ID };
}

function members(code: ProblemCode, needs: readonly string[]): object {
  if (code === 'validation_failed') {
    return {
      errors: [
        { parameter: 'limit', code: 'unknown_parameter', detail: 'is not a parameter of this operation' },
      ],
    };
  }
  if (code === 'action_refused') {
    const need = needs[0] ?? 'state_not_allowed';
    return { unmet: [{ code: need, detail: 'is in the way' }], state: 'in_progress' };
  }
  return code === 'version_mismatch' ? { currentVersion: 7 } : {};
}

const EXAMPLE_ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

function pascal(code: string): string {
  return code.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
