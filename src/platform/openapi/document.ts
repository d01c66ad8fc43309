import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, type PathItemObject, SwaggerModule } from '@nestjs/swagger';
import type { Role } from '../../kernel/actor.js';
import type { Permission } from '../../kernel/permissions.js';
import { type Tag, TAGS } from '../../kernel/tags.js';
import { endpointOf, type EndpointSpec } from '../http/endpoint.decorator.js';
import { Components } from './components.js';
import { describeEvents, type PublishedEvents } from './events/events.js';
import { type Examples, recordedExamples } from './examples/examples.js';
import { describeOperation, type Operation } from './operation.js';
import { SchemaExamples } from './examples/schema-examples.js';
import { InputProblem, PROBLEM_FORMS, Problem } from './problems/problem.dto.js';
import { finishSchemas } from './schemas.js';
import { ABOUT, SECURITY_SCHEMES } from './about.js';

/** What the document must be told, because it is decided on a floor above. */
export interface Surroundings {
  rolesWith: (permission: Permission) => readonly Role[];
  takesTrackingToken: (path: string) => boolean;
  /** Where callers reach the API, without a slash at the end. */
  publicUrl: string;
  /** Whom those who use the API can write to. */
  contactEmail: string;
  /** What other programs are told of by themselves. */
  events: PublishedEvents;
}

/**
 * The OpenAPI 3.1 document of an application, which may be one in Nest's preview mode: nothing is asked of a database.
 * @nestjs/swagger finds the routes and makes the schemas; what it cannot know is written over it from the endpoints.
 * @param examples calls that were really made
 * @throws Error where two operations have the same id
 */
export function describeApi(
  application: INestApplication,
  surroundings: Surroundings,
  examples: Examples = recordedExamples(),
): OpenAPIObject {
  const specs = endpointsOf(application);
  const document = SwaggerModule.createDocument(application, frame(surroundings), {
    extraModels: [surroundings.events.envelope, Problem, InputProblem, ...Object.values(PROBLEM_FORMS)],
  });
  const components = new Components(finishSchemas(document.components?.schemas ?? {}), examples);
  const paths = Object.entries(document.paths).map(
    ([path, item]) => [path, describePath(path, item, specs, surroundings, components)] as const,
  );
  const webhooks = describeEvents(surroundings.events, components);
  const parts = components.used();
  showExamples(
    paths.flatMap(([, item]) => Object.values(item) as Operation[]),
    new SchemaExamples(parts.schemas),
  );
  const used = new Set([...specs.values()].map(({ tag }) => tag));
  return {
    ...document,
    tags: (Object.keys(TAGS) as Tag[])
      .filter((name) => used.has(name))
      .map((name) => ({ name, description: TAGS[name] })),
    paths: Object.fromEntries(paths),
    webhooks,
    components: { ...parts, securitySchemes: SECURITY_SCHEMES },
  };
}

function frame({ publicUrl, contactEmail }: Surroundings): Omit<OpenAPIObject, 'paths'> {
  const { title, version, description, license } = ABOUT;
  const document = new DocumentBuilder()
    .setOpenAPIVersion('3.1.1')
    .setTitle(title)
    .setVersion(version)
    .setDescription(description)
    .setLicense(license.name, license.url)
    .addServer(new URL(publicUrl).pathname)
    .build();
  const contact = { name: title, url: `${publicUrl}/docs`, email: contactEmail };
  return { ...document, info: { ...document.info, contact } };
}

function describePath(
  path: string,
  item: PathItemObject,
  specs: ReadonlyMap<string, EndpointSpec>,
  surroundings: Surroundings,
  components: Components,
): PathItemObject {
  const operations = METHODS.flatMap((method) => {
    const spec = specs.get(item[method]?.operationId ?? '');
    return spec
      ? [[method, describeOperation(spec, path, rolesAt(path, spec, surroundings), components)] as const]
      : [];
  });
  return Object.fromEntries(operations);
}

/** A complainant may do what others may, but only by a token that is not known everywhere. */
function rolesAt(path: string, { permission }: EndpointSpec, about: Surroundings): readonly Role[] {
  return about
    .rolesWith(permission)
    .filter((role) => role !== 'complainant' || about.takesTrackingToken(path));
}

const METHODS = ['get', 'post', 'patch', 'delete'] as const;

/** Fills the schemas with what stands in the examples of the operations. */
function showExamples(operations: Operation[], seen: SchemaExamples): void {
  for (const { requestBody, responses } of operations) {
    const contents = [requestBody, ...Object.values(responses)].flatMap((part) =>
      part && 'content' in part ? Object.values(part.content ?? {}) : [],
    );
    for (const { schema, examples = {} } of contents) {
      for (const example of Object.values(examples)) {
        if (schema && 'value' in example) seen.see(schema, example.value);
      }
    }
  }
}

/** The endpoints of all controllers, by operation id. */
function endpointsOf(application: INestApplication): ReadonlyMap<string, EndpointSpec> {
  const specs = new Map<string, EndpointSpec>();
  const scanner = new MetadataScanner();
  for (const { metatype } of new DiscoveryService(application.get(ModulesContainer)).getControllers()) {
    const prototype = metatype?.prototype as Record<string, object> | undefined;
    for (const method of scanner.getAllMethodNames(prototype ?? null)) {
      const spec = endpointOf(prototype?.[method] ?? {});
      if (!spec) continue;
      if (specs.has(spec.operationId)) throw new Error(`two operations are called ${spec.operationId}`);
      specs.set(spec.operationId, spec);
    }
  }
  return specs;
}
