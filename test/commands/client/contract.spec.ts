import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** What both sides name: the generator need not be installed to see that they have parted. */
interface Document {
  paths: Record<string, Record<string, { operationId: string }>>;
  components: { schemas: Record<string, { properties?: object; required?: string[] }> };
}

const document = JSON.parse(readFileSync('openapi.json', 'utf8')) as Document;
const types = ts.createSourceFile(
  'contract.ts',
  readFileSync('src/commands/client/contract.ts', 'utf8'),
  ts.ScriptTarget.ES2023,
  true,
);

it('the types of the client know every operation of the document, and no other', () => {
  const published = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
  );
  const known = membersOf(declared('paths')).flatMap((path) =>
    membersOf(path.type).flatMap((method) => {
      const operation = /^operations\["(\w+)"\]$/.exec(method.type?.getText() ?? '')?.[1];
      return operation === undefined ? [] : [`${nameOf(method)} ${nameOf(path)} ${operation}`];
    }),
  );
  expect(known.sort()).toEqual(published.sort());
});

it('the types of the client know every schema of the document with its properties, and no other', () => {
  const published = Object.entries(document.components.schemas).map(
    ([name, { properties = {}, required = [] }]) => {
      const fields = Object.keys(properties).map((field) => (required.includes(field) ? field : `${field}?`));
      return `${name}: ${fields.sort().join(' ')}`;
    },
  );
  const schemas = membersOf(declared('components')).find((part) => nameOf(part) === 'schemas');
  const known = membersOf(schemas?.type).map((schema) => {
    const fields = membersOf(schema.type).map((field) => `${nameOf(field)}${field.questionToken ? '?' : ''}`);
    return `${nameOf(schema)}: ${fields.sort().join(' ')}`;
  });
  expect(known.sort()).toEqual(published.sort());
});

function declared(name: string): ts.InterfaceDeclaration | undefined {
  return types.statements.filter(ts.isInterfaceDeclaration).find((one) => one.name.text === name);
}

function membersOf(node: ts.Node | undefined): ts.PropertySignature[] {
  if (!node || !(ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node))) return [];
  return node.members.filter(ts.isPropertySignature);
}

function nameOf({ name }: ts.PropertySignature): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText();
}
