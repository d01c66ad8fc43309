import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiSchema, type OpenAPIObject, type OperationObject } from '@nestjs/swagger';
import type { Role } from '../../../src/kernel/actor.js';
import type { Permission } from '../../../src/kernel/permissions.js';
import { Endpoint } from '../../../src/platform/http/endpoint.decorator.js';
import { Flag, OneOf, SomeOf, Whole } from '../../../src/platform/http/fields/choice.js';
import { Nested, NestedList } from '../../../src/platform/http/fields/nested.js';
import { QueryList } from '../../../src/platform/http/fields/query.js';
import { Id, Ids, Text, Texts } from '../../../src/platform/http/fields/text.js';
import { Time } from '../../../src/platform/http/fields/time.js';
import { PageQuery } from '../../../src/platform/http/page-query.js';
import { describeApi } from '../../../src/platform/openapi/document.js';
import { Examples } from '../../../src/platform/openapi/examples/examples.js';
import { OpenApiController } from '../../../src/platform/openapi/openapi.controller.js';
import { ApiDocument } from '../../../src/platform/openapi/api-document.js';

const COLOURS = { red: 'like a brick', blue: 'like the sea' };

class Leg {
  @Whole('Its length in millimetres.', { min: 1, max: 1000 }) length: number;
}

class BedBody {
  @Text('Its name.', { max: 50 }) name: string;
  @OneOf('Its colour.', Object.keys(COLOURS), { meanings: COLOURS, optional: true }) colour?: string;
  @NestedList('Its legs.', () => Leg, { maxItems: 4 }) legs: Leg[];
  @Texts('Words to find it by.', { maxItems: 5, max: 20, optional: true }) tags?: string[];
}

@ApiSchema({ description: 'A bed.' })
class Bed {
  @Id('Its id.') id: string;
  @Text('Its name.', { max: 50 }) name: string;
  @OneOf('Its colour.', Object.keys(COLOURS), { nullable: true }) colour: string | null;
  @SomeOf('All colours that it can have.', Object.keys(COLOURS)) colours: string[];
  @Nested('The first leg.', () => Leg, { nullable: true }) leg: Leg | null;
  @Nested('The last leg.', () => Leg) last: Leg;
  @Ids('Who sleeps in it.', { maxItems: 2 }) sleeperIds: string[];
  @Flag('Whether it is made.') made: boolean;
  @Time('When it was built.') builtAt: string;
  @Whole('Its version.', { min: 1, max: 1000 }) version: number;
}

class BedQuery extends PageQuery {
  @QueryList('Of these colours.', Object.keys(COLOURS), { optional: true }) colour?: string[];
  @Time('Built since.', { optional: true }) since?: string;
}

class BedPatch {
  @Text('Its name.', { max: 50, optional: true, nullable: false }) name?: string;
  @Text('Its nickname.', { max: 50, optional: true }) nickname?: string | null;
}

const BED = { tag: 'complaints', permission: 'complaint:read', answers: Bed } as const;

@Controller('v1/beds')
class BedsController {
  @Endpoint({
    ...BED,
    method: 'GET',
    path: '',
    operationId: 'listBeds',
    summary: 'List beds',
    query: BedQuery,
    list: true,
  })
  list() {
    return { items: [], nextCursor: null };
  }

  @Endpoint({
    ...BED,
    method: 'POST',
    path: '',
    operationId: 'makeBed',
    summary: 'Make a bed',
    permission: 'complaint:receive',
    body: BedBody,
    status: 201,
    location: true,
    refuses: ['external_id_taken', 'email_taken'],
  })
  make() {
    return {};
  }

  @Endpoint({ ...BED, method: 'GET', path: ':id', operationId: 'readBed', summary: 'Read a bed' })
  read() {
    return {};
  }

  @Endpoint({
    ...BED,
    method: 'PATCH',
    path: ':id',
    operationId: 'changeBed',
    summary: 'Change a bed',
    body: BedPatch,
  })
  change() {
    return {};
  }

  @Endpoint({
    ...BED,
    method: 'POST',
    path: ':id/actions/shake',
    operationId: 'shakeBed',
    summary: 'Shake a bed',
    ifMatch: 'honoured',
    needs: ['empty'],
  })
  shake() {
    return {};
  }

  @Endpoint({
    method: 'DELETE',
    path: ':id',
    operationId: 'dropBed',
    tag: 'complaints',
    summary: 'Drop a bed',
    permission: 'user:write',
    status: 204,
  })
  drop() {
    return undefined;
  }
}

@Controller('docs/manuals')
class ManualsController {
  @Endpoint({
    method: 'GET',
    path: ':manual',
    operationId: 'readManual',
    tag: 'documentation',
    summary: 'Read a manual',
    permission: 'docs:read',
    params: { manual: { assembly: 'how to build a bed', care: 'how to keep it' } },
    rawType: 'text/html; charset=utf-8',
  })
  read() {
    return '';
  }
}

@Module({ controllers: [BedsController, ManualsController, OpenApiController], providers: [ApiDocument] })
class SmallModule {}

const EVERYBODY = ['anonymous', 'complainant', 'agent', 'supervisor', 'auditor', 'admin'] as const;

export const SURROUNDINGS = {
  rolesWith,
  takesTrackingToken: () => true,
  publicUrl: 'http://127.0.0.1:3000',
  contactEmail: 'api@beds.example',
  events: {
    tag: 'log' as const,
    envelope: Bed,
    events: [{ name: 'bed.made_up', meaning: 'A bed was made up.', fields: 'The colour.' }],
  },
};

function rolesWith(permission: Permission): readonly Role[] {
  if (permission === 'docs:read') return EVERYBODY;
  return permission === 'complaint:receive' ? ['anonymous', 'agent'] : ['agent', 'admin'];
}

/** An application in Nest's preview mode is looked at, not run. */
export function createSmallApi(preview = true): Promise<NestFastifyApplication> {
  const options = { preview, bodyParser: false, logger: false, abortOnError: false } as const;
  return NestFactory.create<NestFastifyApplication>(SmallModule, new FastifyAdapter(), options);
}

export async function smallDocument(examples = new Examples([])): Promise<OpenAPIObject> {
  return describeApi(await createSmallApi(), SURROUNDINGS, examples);
}

export function operationOf(document: OpenAPIObject, operationId: string): OperationObject {
  const operations = Object.values(document.paths).flatMap(
    (item) => Object.values(item) as OperationObject[],
  );
  const found = operations.find((operation) => operation.operationId === operationId);
  if (!found) throw new Error(`there is no ${operationId}`);
  return found;
}
