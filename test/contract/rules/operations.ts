import { judgeAnswers } from './answers.js';
import { type OpenApi, operationsOf, type Place } from './document.js';
import type { Report } from './finding.js';
import { bounded, closed, isExemplified } from './shapes.js';

export function judgeOperations(document: OpenApi, report: Report): void {
  const places = operationsOf(document);
  const ids = places.map(({ operation }) => operation.operationId);
  for (const place of places) {
    judgeWords(document, place, report);
    judgeParameters(document, place, report);
    judgeBody(document, place, report);
    judgeAnswers(document, place, report);
    const { at, operation } = place;
    if (ids.filter((id) => id === operation.operationId).length > 1) {
      report('operation-id', at, `another operation is called ${String(operation.operationId)} too`);
    }
  }
}

/** The actions of the workflow, for the house and for the complainant. */
const ACTION = /^\/v1\/(complaints\/\{id\}|tracking)\/actions\/[a-z-]+$/;

function judgeWords(document: OpenApi, place: Place, report: Report): void {
  const { at, path, operation, secured } = place;
  const { summary = '', description = '', operationId = '', tags = [] } = operation;
  if (summary.trim() === '') report('operation-summary', at, 'has no summary');
  if (description.trim().length < 15 || description.trim() === summary.trim()) {
    report('operation-description', at, 'has no description that says more than its summary');
  }
  if (!/^[a-z][A-Za-z0-9]*$/.test(operationId)) report('operation-id', at, 'has no operationId in camelCase');
  const declared = document.tags?.find(({ name }) => name === tags[0]);
  if (tags.length !== 1 || !declared) report('operation-tag', at, 'has not exactly one tag of the list');
  if (operation.security === undefined) report('operation-security', at, 'does not state its security');
  if (secured && !operation['x-permission']) {
    report('operation-permission', at, 'does not say which permission it needs');
  }
  if (ACTION.test(path) && !operation['x-workflow']) {
    report('operation-workflow', at, 'is an action without its row of the workflow');
  }
}

function judgeParameters(document: OpenApi, { at, parameters }: Place, report: Report): void {
  for (const { name, in: where, description = '', schema } of parameters) {
    const which = `its ${where} parameter ${name}`;
    if (description.trim() === '') report('parameter-description', at, `${which} is not described`);
    if (!schema || !bounded(document, schema)) report('parameter-bounds', at, `${which} has no bounds`);
  }
}

function judgeBody(document: OpenApi, { at, body }: Place, report: Report): void {
  for (const [type, media] of Object.entries(body?.content ?? {})) {
    if (!isExemplified(document, media)) report('request-example', at, `its ${type} has no example`);
    if (media.schema && !closed(document, media.schema)) {
      report('request-closed', at, `its ${type} takes properties that nobody has described`);
    }
  }
}
