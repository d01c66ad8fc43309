import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { rolesWith } from './access/roles.js';
import { takesTrackingToken } from './access/tracking-tokens.js';
import { PUBLISHED_EVENTS } from './access/events/published-events.js';
import { AppModule } from './app.module.js';
import { type Config, readConfig } from './platform/config.js';
import { type Connection, openDatabase } from './platform/database/open-database.js';
import { prepareFolder } from './platform/folders.js';
import { checkAddress, listenError } from './platform/listen-address.js';
import { createApplication } from './platform/http/application.js';
import { ApiDocument } from './platform/openapi/api-document.js';
import { profileOf } from './standards/profiles/chosen-profile.js';
import { startNotice } from './start-notice.js';

/**
 * Starts the whole program: configuration, folders, database, application; it listens when this returns.
 * Closing the application stops everything again, the embedded database last.
 * @throws StartError where something outside the program is in the way; nothing is left running then
 */
export async function startApplication(environment: NodeJS.ProcessEnv): Promise<NestFastifyApplication> {
  const config = readConfig(environment);
  profileOf(config); // before anything is made or started
  await prepareFolder('DATA_DIR', config.dataDir, 0o755);
  await prepareFolder('KEYS_DIR', config.keysDir, 0o700);
  await checkAddress(config);
  const connection = await openDatabase(config);
  const application = await createOrClose(config, connection);
  try {
    await application.listen(config.port, config.host);
  } catch (error) {
    await application.close();
    throw listenError(error, config);
  }
  const logger = new Logger('Start');
  for (const { level, text } of await startNotice(config, connection)) logger[level](text);
  return application;
}

async function createOrClose(config: Config, connection: Connection): Promise<NestFastifyApplication> {
  try {
    const application = await createApplication(AppModule.forRoot(config, connection), config);
    const { publicUrl, contactEmail } = config;
    application.get(ApiDocument).describes(application, {
      rolesWith,
      takesTrackingToken,
      publicUrl,
      contactEmail,
      events: PUBLISHED_EVENTS,
    });
    return application;
  } catch (error) {
    await connection.close();
    throw error;
  }
}
