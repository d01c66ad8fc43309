import { type Media, type OpenApi, type Place, resolve, type Response } from './document.js';
import type { Report } from './finding.js';
import { isExemplified } from './shapes.js';

export function judgeAnswers(document: OpenApi, place: Place, report: Report): void {
  const { at, responses } = place;
  for (const status of applicable(place)) {
    if (!responses.some(([documented]) => status.split('|').includes(documented))) {
      report('applicable-errors', at, `does not document ${status.replace('|', ' or ')}`);
    }
  }
  for (const [status, response] of responses) {
    const { content = {}, headers = {} } = response;
    const types = Object.entries(content);
    if (status === '201' && !headers.Location) report('created-location', at, 'its 201 has no Location');
    if (status === '429' && !headers['Retry-After'])
      report('retry-after', at, 'its 429 does not say when to try again');
    if (types.length === 0 && !/^(202|204|3..)$/.test(status)) {
      report('answer-schema', at, `its ${status} has no content`);
    }
    if (status >= '400' && types.length > 0 && !content['application/problem+json']) {
      report('problem-json', at, `its ${status} is no application/problem+json`);
    }
    if (status >= '400') judgeCodes(document, status, response, at, report);
    for (const [type, media] of types) {
      if (!media.schema) report('answer-schema', at, `its ${status} ${type} has no schema`);
      if (!isExemplified(document, media)) {
        report('answer-example', at, `its ${status} ${type} has no example`);
      }
    }
  }
}

/** A refusal names every code that it can carry, and shows each. */
function judgeCodes(document: OpenApi, status: string, answer: Response, at: string, report: Report): void {
  const codes = answer['x-codes'] ?? [];
  if (codes.length === 0) report('problem-codes', at, `its ${status} names no code`);
  const shown = Object.values(answer.content ?? {}).flatMap((media) => codesShown(document, media));
  for (const code of codes) {
    if (!shown.includes(code)) report('problem-examples', at, `its ${status} does not show ${code}`);
  }
  for (const code of shown) {
    if (!codes.includes(code))
      report('problem-codes', at, `its ${status} shows ${code} and does not name it`);
  }
}

function codesShown(document: OpenApi, { example, examples = {} }: Media): string[] {
  const shown = Object.values(examples).map((one) => resolve(document, one).value);
  return [example, ...shown].flatMap((value) => {
    const { code } = (value ?? {}) as { code?: unknown };
    return typeof code === 'string' ? [code] : [];
  });
}

/** The errors that such an operation can always have; `409|412` is one or the other. */
function applicable({ method, path, parameters, body, secured }: Place): string[] {
  const below = path.includes('{');
  const changes = ['put', 'patch', 'delete'].includes(method) || (method === 'post' && below);
  return [
    ...(parameters.length > 0 || body ? ['400'] : []),
    ...(secured ? ['401', '403', '429'] : []),
    ...(below ? ['404'] : []),
    ...(changes && below ? ['409|412'] : []),
    ...(body ? ['413', '415'] : []),
  ];
}
