import { expect } from '@jest/globals';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CanActivate, type ExecutionContext, Global, Injectable, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { ANONYMOUS } from '../../../src/kernel/actor.js';
import { Clock } from '../../../src/kernel/clock.js';
import { Refusal } from '../../../src/kernel/refusal.js';
import { Config, readConfig } from '../../../src/platform/config.js';
import { createApplication } from '../../../src/platform/http/application.js';
import { HttpModule } from '../../../src/platform/http/http.module.js';
import { contextOf } from '../../../src/platform/http/request-context.js';
import { FailuresController, NotesController } from './small-controllers.js';

/** Stands for the guard of `access`: any token is a user's, except `bad`. */
@Injectable()
class TestGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = request.headers.authorization;
    if (token === undefined) throw new Refusal('unauthenticated', 'Sign in first.');
    if (token.endsWith('reader')) throw new Refusal('forbidden', 'Your role may not do this.');
    contextOf(request).actor = { ...ANONYMOUS, kind: 'user', id: 'u1', roles: ['agent'] };
    return true;
  }
}

/** An application of two small controllers, without a database. */
export async function startSmall(environment: Record<string, string> = {}): Promise<Small> {
  const keysDir = mkdtempSync(join(tmpdir(), 'amends-keys-'));
  const config = readConfig({ LOG_LEVEL: 'silent', KEYS_DIR: keysDir, ...environment });
  @Global()
  @Module({
    imports: [HttpModule],
    controllers: [NotesController, FailuresController],
    providers: [{ provide: Config, useValue: config }, Clock, { provide: APP_GUARD, useClass: TestGuard }],
    exports: [Config, Clock],
  })
  class SmallModule {}
  const application = await createApplication(SmallModule, config);
  await application.listen(0, '127.0.0.1');
  return new Small(application, keysDir);
}

export class Small {
  readonly port: number;

  constructor(
    readonly application: NestFastifyApplication,
    private readonly keysDir: string,
  ) {
    this.port = (application.getHttpServer().address() as { port: number }).port;
  }

  /** A request of a signed-in user, unless other headers are given. */
  call(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: 'Bearer user', ...(init.headers as Record<string, string> | undefined) };
    return fetch(`http://127.0.0.1:${this.port}${path}`, { ...init, headers });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    return this.call(path, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  /** Writes bytes to the bare port and returns all that comes back until the other side closes, or for a second. */
  async raw(bytes: string | Buffer): Promise<string> {
    const socket = connect(this.port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.setTimeout(1000, () => socket.destroy());
    socket.write(bytes);
    await once(socket, 'close');
    return Buffer.concat(chunks).toString('latin1');
  }

  async stop(): Promise<void> {
    await this.application.close();
    rmSync(this.keysDir, { recursive: true });
  }
}

/** The problem in an answer, after a look at what all problems have in common. */
export async function problemIn(response: Response): Promise<Record<string, unknown>> {
  const problem = (await response.json()) as Record<string, unknown>;
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(problem).toMatchObject({ status: response.status, requestId: response.headers.get('x-request-id') });
  return problem;
}

/** Where a 400 says what is wrong, and the code of each. */
export async function errorsOf(response: Response): Promise<unknown[][]> {
  expect(response.status).toBe(400);
  const { errors } = await problemIn(response);
  return (errors as Record<string, string>[]).map(({ pointer, parameter, code }) => [
    pointer ?? parameter,
    code,
  ]);
}
