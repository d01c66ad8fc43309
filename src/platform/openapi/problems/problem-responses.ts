import type { ReferenceObject, ResponseObject } from '@nestjs/swagger';
import { INPUT_CODES, PROBLEMS, type ProblemCode } from '../../../kernel/refusal.js';
import { problemType } from '../../http/problem.js';
import type { EndpointSpec } from '../../http/endpoint.decorator.js';
import type { Components } from '../components.js';
import type { Examples, NamedExample } from '../examples/examples.js';
import { PROBLEM_FORMS, Problem } from './problem.dto.js';
import { PROBLEM_MEANINGS } from './problem-meanings.js';
import type { HeaderName } from '../headers.js';

/** The response of a problem, with what it can carry for programs to read. */
export interface ProblemResponse extends ResponseObject {
  'x-codes': ProblemCode[];
  /** The codes that `unmet` can hold, where the status can be an `action_refused`. */
  'x-needs'?: string[];
}

/** The response of one status. A problem that comes alone and the same everywhere is written once and referred to. */
export function problemResponse(
  status: number,
  codes: ProblemCode[],
  spec: EndpointSpec,
  components: Components,
): ResponseObject | ReferenceObject {
  const make = () => response(status, codes, spec, components);
  const [only, ...others] = codes;
  if (only === undefined || others.length > 0 || only === 'action_refused') return make();
  // What is wrong with a body is shown where there is one.
  const name = only === 'validation_failed' && !spec.body ? 'parameters_refused' : only;
  return components.response(pascal(name), make);
}

function response(
  status: number,
  codes: ProblemCode[],
  spec: EndpointSpec,
  components: Components,
): ProblemResponse {
  const { needs = [] } = spec;
  // The forms of one status differ by members that may be absent, so that the widest describes them all.
  const form = codes.map((code) => PROBLEM_FORMS[code]).find((one) => one !== undefined) ?? Problem;
  return {
    description: codes.map((code) => describe(code, needs)).join('\n\n'),
    'x-codes': codes,
    ...(codes.includes('action_refused') ? { 'x-needs': needs } : {}),
    ...headersOf(status, codes, components),
    content: {
      'application/problem+json': {
        schema: components.dto(form),
        examples: Object.fromEntries(codes.map((code) => [code, exampleOf(spec, code, components.examples)])),
      },
    },
  };
}

function describe(code: ProblemCode, needs: readonly string[]): string {
  const said = `\`${code}\`: ${PROBLEM_MEANINGS[code]}`;
  if (code !== 'action_refused' || needs.length === 0) return said;
  return `${said} It can hold ${needs.map((need) => `\`${need}\``).join(', ')}.`;
}

function headersOf(
  status: number,
  codes: ProblemCode[],
  components: Components,
): Pick<ResponseObject, 'headers'> {
  const names: HeaderName[] = HEADERS_OF[status] ?? [];
  const headers = Object.fromEntries(names.map((name) => [name, components.header(name)]));
  if (codes.includes('idempotency_in_progress')) {
    headers['Retry-After'] = components.header('Retry-After-Idempotency');
  }
  return Object.keys(headers).length > 0 ? { headers } : {};
}

const HEADERS_OF: Record<number, HeaderName[]> = {
  401: ['WWW-Authenticate'],
  429: ['Retry-After', 'RateLimit', 'RateLimit-Policy'],
  503: ['Retry-After'],
};

/** A refusal that was recorded; one that no caller can provoke at will has its meaning for its detail. */
function exampleOf({ operationId, body }: EndpointSpec, code: ProblemCode, examples: Examples): NamedExample {
  const { status, title } = PROBLEMS[code];
  const recorded =
    examples.refusal(operationId, code) ??
    (code === 'action_refused' ? null : examples.refusalElsewhere(code, body !== undefined));
  if (recorded) return recorded;
  const type = problemType(code, 'http://localhost:3000');
  const detail = PROBLEM_MEANINGS[code];
  return {
    summary: title,
    value: { type, title, status, detail, code, ...MEMBERS[code], requestId: EXAMPLE_ID },
  };
}

/** What a form requires beside the members that all problems have. */
const MEMBERS: Partial<Record<ProblemCode, object>> = {
  validation_failed: { errors: [{ parameter: 'limit', code: 'max', detail: INPUT_CODES.max }] },
  version_mismatch: { currentVersion: 7 },
};

const EXAMPLE_ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

function pascal(code: string): string {
  return code.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
