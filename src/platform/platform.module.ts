import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { Config } from './config.js';
import { createDataSource, type Entities } from './database/data-source.js';
import { Database } from './database/database.js';
import type { Connection } from './database/open-database.js';
import { Conditions } from './health/conditions.js';
import { HttpModule } from './http/http.module.js';
import { Jobs } from './jobs/jobs.js';
import { MalwareScanner } from './malware/malware-scanner.js';
import { chooseStorage } from './storage/choose-storage.js';
import { Storage } from './storage/storage.js';
import { Outbound } from './outbound/outbound.js';

/** Where the pool connects to, and as which role; with `close`, what is to be stopped after the pool. */
export type PoolTarget = Pick<Connection, 'url' | 'poolRole'> & Partial<Pick<Connection, 'close'>>;

/** The machinery below every feature: configuration, time, database, HTTP, jobs. */
@Global()
@Module({})
export class PlatformModule {
  /** @param entities those of all features */
  static forRoot(config: Config, target: PoolTarget, entities: Entities = []): DynamicModule {
    const connect = async () => {
      const dataSource = createDataSource(target.url, target.poolRole, entities);
      return new Database(await dataSource.initialize(), target.close);
    };
    return {
      module: PlatformModule,
      imports: [HttpModule],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: new Clock() },
        { provide: Database, useFactory: connect },
        { provide: DataSource, inject: [Database], useFactory: (database: Database) => database.dataSource },
        Conditions,
        Jobs,
        MalwareScanner,
        { provide: Storage, inject: [Config], useFactory: chooseStorage },
        { provide: Outbound, useFactory: () => new Outbound(config.insecureOutboundHosts) },
      ],
      exports: [
        Config,
        Clock,
        Conditions,
        Database,
        DataSource,
        HttpModule,
        Jobs,
        MalwareScanner,
        Outbound,
        Storage,
      ],
    };
  }
}
