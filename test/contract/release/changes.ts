import { type OpenApi, operationsOf, type Parameter, type Place, type Response } from '../rules/document.js';
import { type Change, type Note, SchemaComparison } from './schema-changes.js';

/**
 * What changed between two documents, as far as a client can notice. Breaking is what a client that was right before
 * can fail over: something it uses is gone, something it sends is refused, or something comes that it was promised not
 * to.
 */
export function changesBetween(before: OpenApi, after: OpenApi): Change[] {
  const changes: Change[] = [];
  const note: Note = (isBreaking, at, what) => changes.push({ isBreaking, at, what });
  const schemas = new SchemaComparison(before, after, note);
  const old = new Map(operationsOf(before).map((place) => [nameOf(place), place]));
  const present = new Map(operationsOf(after).map((place) => [nameOf(place), place]));
  for (const [name, place] of old) {
    const now = present.get(name);
    if (now) compareOperations(place, now, schemas, note);
    else note(true, name, 'is gone');
  }
  for (const name of present.keys()) if (!old.has(name)) note(false, name, 'is new');
  for (const name of Object.keys(before.components.schemas ?? {})) {
    if (!after.components.schemas?.[name])
      note(true, name, 'is gone; generated clients have a type of this name');
  }
  return changes;
}

function nameOf({ method, path }: Place): string {
  return `${method.toUpperCase()} ${path.replace(/\{[^}]+\}/g, '{}')}`;
}

function compareOperations(before: Place, after: Place, schemas: SchemaComparison, note: Note): void {
  const name = nameOf(before);
  const [was, is] = [before.operation.operationId, after.operation.operationId];
  if (was !== is) note(true, name, `is called ${String(is)}, no longer ${String(was)}`);
  if (!before.secured && after.secured) note(true, name, 'now needs a token');
  if (before.operation['x-permission'] !== after.operation['x-permission']) {
    note(true, name, 'needs another permission');
  }
  compareParameters(before, after, schemas, note);
  compareBodies(before, after, schemas, note);
  compareAnswers(before, after, schemas, note);
}

function compareParameters(before: Place, after: Place, schemas: SchemaComparison, note: Note): void {
  const name = nameOf(before);
  const key = (one: Parameter) => `${one.in} parameter ${one.in === 'path' ? '' : one.name}`;
  for (const old of before.parameters) {
    const now = after.parameters.find((one) => key(one) === key(old));
    if (!now) note(true, name, `its ${key(old)} is gone, and what is not documented is refused`);
    else if (now.required === true && old.required !== true)
      note(true, name, `its ${key(old)} is required now`);
    if (now?.schema && old.schema) schemas.compare(old.schema, now.schema, `${name} ${key(old)}`, 'asked');
  }
  for (const now of after.parameters) {
    if (before.parameters.some((one) => key(one) === key(now))) continue;
    note(
      now.required === true,
      name,
      `its ${key(now)} is new${now.required === true ? ' and required' : ''}`,
    );
  }
}

function compareBodies(before: Place, after: Place, schemas: SchemaComparison, note: Note): void {
  const name = nameOf(before);
  if (!before.body && after.body) note(after.body.required === true, name, 'takes a body now');
  if (before.body && !after.body) note(true, name, 'takes no body any more');
  if (before.body && after.body && after.body.required === true && before.body.required !== true) {
    note(true, name, 'needs a body now');
  }
  if (before.body && after.body) schemas.compareContents(before.body, after.body, `${name} body`, 'asked');
}

function compareAnswers(before: Place, after: Place, schemas: SchemaComparison, note: Note): void {
  const name = nameOf(before);
  const present = new Map(after.responses);
  for (const [status, old] of before.responses) {
    const now = present.get(status);
    if (!now) {
      note(isPromised(status, old), name, `answers ${status} no longer`);
      continue;
    }
    const where = `${name} ${status}`;
    schemas.compareContents(old, now, where, status < '400' ? 'answered' : 'refused');
    for (const header of Object.keys(old.headers ?? {})) {
      if (!now.headers?.[header]) note(true, where, `the header ${header} is gone`);
    }
    compareCodes(old['x-codes'], now['x-codes'], where, note);
    compareCodes(old['x-needs'], now['x-needs'], where, note);
  }
  for (const status of present.keys()) {
    const isNew = !before.responses.some(([old]) => old === status);
    if (isNew) note(status < '400', name, `answers ${status} too`);
  }
}

/** A success is waited for, and so is a refusal whose codes are documented. */
function isPromised(status: string, response: Response): boolean {
  return status < '400' || (response['x-codes'] ?? []).length > 0;
}

function compareCodes(before: string[] = [], after: string[] = [], where: string, note: Note): void {
  for (const code of before) if (!after.includes(code)) note(true, where, `the code ${code} is gone`);
  for (const code of after) if (!before.includes(code)) note(false, where, `the code ${code} is new`);
}
