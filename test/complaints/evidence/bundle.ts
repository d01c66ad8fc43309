import { Ledger } from '../../../src/audit/ledger.service.js';
import { systemCall } from '../../../src/kernel/call.js';
import { newId } from '../../../src/kernel/identifiers.js';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import type { TestApp } from '../../support/app.js';
import { CAST, type CastName, PASSWORD } from '../../support/cast.js';

/** The files of a bundle, by name. */
export type Files = Record<string, Uint8Array>;

/** Asks for the evidence of a complaint as one of the cast: bytes, which the API of the tests does not read. */
export async function evidenceOf(app: TestApp, name: CastName, complaintId: string): Promise<Response> {
  const session = await app.anonymous.post<{ accessToken: string }>('/v1/sessions', {
    email: CAST[name].email,
    password: PASSWORD,
  });
  return fetch(`${app.baseUrl}/v1/complaints/${complaintId}/evidence`, {
    headers: { Authorization: `Bearer ${session.body.accessToken}` },
  });
}

export async function unpacked(response: Response): Promise<Files> {
  return unzipSync(new Uint8Array(await response.arrayBuffer()));
}

export function packed(files: Files): Uint8Array {
  return zipSync(files, { level: 0 });
}

export function textOf(files: Files, name: string): string {
  const file = files[name];
  if (!file) throw new Error(`no file ${name}`);
  return strFromU8(file);
}

export function linesOf<T>(files: Files, name: string): T[] {
  return textOf(files, name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** As the privacy of the house does it: the value goes, and an entry says so. */
export async function erase(app: TestApp, complaintId: string, words: string): Promise<void> {
  const subject = { type: 'complaint', id: complaintId } as const;
  await app.get(Ledger).write(systemCall('test'), 'erase', [subject], async (c) => {
    const values = await c.tx.rows<{ entryId: string; pointer: string }>(
      'DELETE FROM entry_values v WHERE v.value = to_jsonb($1::text) RETURNING v.entry_id, v.pointer',
      [words],
    );
    const { version } = c.row<{ version: number }>(subject);
    const erasure = { type: 'erasure', id: newId() } as const;
    c.record('values.erased', erasure, { values, reason: 'request' }, { id: complaintId, version });
    return { id: complaintId };
  });
}
