import type { Finding } from '../rules/finding.js';
import { tool } from './install.js';

/** What Redocly finds in `openapi.json` of the scratch folder. */
export async function redocly(): Promise<Finding[]> {
  const options = ['--config=../redocly.yaml', '--format=json', '--max-problems=100000'];
  const { problems } = parse<{ problems: RedoclyProblem[] }>(
    'redocly',
    await tool('redocly', ['lint', 'openapi.json', ...options]),
  );
  return problems.map(({ ruleId, message, location }) => {
    return { by: 'redocly', rule: ruleId, at: location[0]?.pointer ?? '#', message };
  });
}

/** What Spectral finds there, by its own rules for OpenAPI and those of OWASP for the safety of an API. */
export async function spectral(): Promise<Finding[]> {
  const options = ['--ruleset=../spectral.yaml', '--format=json', '--quiet', '--fail-severity=hint'];
  const results = parse<SpectralResult[]>(
    'spectral',
    await tool('spectral', ['lint', 'openapi.json', ...options]),
  );
  return results.map(({ code, message, path }) => {
    const steps = path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
    return { by: 'spectral', rule: code, at: ['#', ...steps].join('/'), message };
  });
}

interface RedoclyProblem {
  ruleId: string;
  message: string;
  location: { pointer?: string }[];
}

interface SpectralResult {
  code: string;
  message: string;
  path: (string | number)[];
}

/** A linter that prints no JSON has not looked at the document at all. */
function parse<T>(name: string, { output }: { output: string }): T {
  try {
    return JSON.parse(output) as T;
  } catch {
    throw new Error(`${name} does not run: ${output.trim().split('\n').slice(0, 3).join(' ')}`);
  }
}
