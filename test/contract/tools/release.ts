import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { changesBetween } from '../release/changes.js';
import { versionFault } from '../release/version.js';
import type { OpenApi } from '../rules/document.js';
import type { Finding } from '../rules/finding.js';

/** Whether the version says enough about what changed since the last release, which is the repository's last tag. */
export async function compareWithRelease(document: OpenApi): Promise<{ findings: Finding[]; note?: string }> {
  const tag = await git('describe', '--tags', '--abbrev=0').catch(() => undefined);
  if (tag === undefined)
    return { findings: [], note: 'No release is tagged, so there is none to compare with.' };
  const released = await git('show', `${tag.trim()}:openapi.json`).catch(() => undefined);
  if (released === undefined)
    return { findings: [], note: `${tag.trim()} has no openapi.json to compare with.` };
  const before = JSON.parse(released) as OpenApi;
  const changes = changesBetween(before, document);
  const fault = versionFault(before.info.version, document.info.version, changes);
  if (fault === null) return { findings: [] };
  return {
    findings: [
      { by: 'release', rule: 'version', at: '#/info/version', message: fault },
      ...changes
        .filter((change) => change.isBreaking)
        .map(({ at, what }): Finding => ({ by: 'release', rule: 'breaking', at, message: what })),
    ],
  };
}

async function git(...args: string[]): Promise<string> {
  return (await promisify(execFile)('git', args, { maxBuffer: 256 * 1024 * 1024 })).stdout;
}
