import type { Plan } from './plan.js';

/** The request as a line for a shell; tokens of the cast are named, not written. */
export function asCurl(method: string, { caller, token, path, headers, body }: Plan): string {
  const authorization =
    caller === 'anonymous' ? null : `Authorization: Bearer ${token ?? `$${caller.toUpperCase()}`}`;
  const type = body !== null && !('Content-Type' in headers) ? ['Content-Type: application/json'] : [];
  const lines = [
    ...(authorization === null ? [] : [authorization]),
    ...type,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return [
    `curl -i -X ${method} "$URL"${quoted(path)}`,
    // The token of the cast is a variable of the shell, which single quotes would not read.
    ...lines.map((line) => `-H ${line.includes('Bearer $') ? `"${line}"` : quoted(line)}`),
    ...(body === null ? [] : [`--data-raw ${quoted(body)}`]),
  ].join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
