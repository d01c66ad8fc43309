import { type INestApplication, Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeApi, type Surroundings } from './document.js';

/** The document of the running application, made when it is first asked for. */
@Injectable()
export class ApiDocument {
  private make: (() => OpenAPIObject) | undefined;
  private made: OpenAPIObject | undefined;

  /** To be called once, when the application is there. */
  describes(application: INestApplication, surroundings: Surroundings): void {
    this.make = () => describeApi(application, surroundings);
  }

  get(): OpenAPIObject {
    this.made ??= this.make?.();
    if (!this.made) throw new Error('no application was described');
    return this.made;
  }
}
