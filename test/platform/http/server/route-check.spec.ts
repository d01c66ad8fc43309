import { expect, test } from '@jest/globals';
import { Controller, Get, Global, Module, type Type } from '@nestjs/common';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../../../../src/kernel/clock.js';
import { Config, readConfig } from '../../../../src/platform/config.js';
import { createApplication } from '../../../../src/platform/http/application.js';
import { Endpoint } from '../../../../src/platform/http/endpoint.decorator.js';
import { HttpModule } from '../../../../src/platform/http/http.module.js';
import { StartError } from '../../../../src/platform/start-error.js';

@Controller('open')
class OpenController {
  @Get('door')
  door() {
    return {};
  }
}

@Controller('shut')
class ShutController {
  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'x',
    tag: 'health',
    summary: 'x',
    permission: 'health:read',
  })
  door() {
    return {};
  }
}

async function create(controller: Type) {
  const keysDir = mkdtempSync(join(tmpdir(), 'amends-keys-'));
  const config = readConfig({ LOG_LEVEL: 'silent', KEYS_DIR: keysDir });
  @Global()
  @Module({
    imports: [HttpModule],
    controllers: [controller],
    providers: [{ provide: Config, useValue: config }, Clock],
    exports: [Config, Clock],
  })
  class RootModule {}
  try {
    return await createApplication(RootModule, config);
  } finally {
    rmSync(keysDir, { recursive: true });
  }
}

test('a method of a controller that states no permission stops the start', async () => {
  await expect(create(OpenController)).rejects.toThrow(StartError);
  await expect(create(OpenController)).rejects.toThrow('OpenController.door');
});

test('a route that a plugin mounts stops the start', async () => {
  const application = await create(ShutController);
  application
    .getHttpAdapter()
    .getInstance()
    .get('/side-door', () => ({}));
  await expect(application.listen(0)).rejects.toThrow('GET /side-door');
  await application.close();
});

test('declared routes start', async () => {
  const application = await create(ShutController);
  await application.listen(0);
  await application.close();
});
