import type { FastifyRequest } from 'fastify';
import type { Call } from '../../../kernel/call.js';
import { invalid } from '../../../kernel/refusal.js';
import type { Dto } from '../endpoint.decorator.js';
import { digestBody } from '../idempotency-header.js';
import { validateBody } from '../validation.js';
import { type FileSink, type FormTerms, readFormParts } from './form-parts.js';
import { findFlaws } from './json-flaws.js';

/** What a file that was taken in is known by: a form that is sent again under the same key holds the same. */
export interface FileIdentity {
  name: string;
  declaredType: string;
  /** Of the bytes, in hexadecimal. */
  sha256: string;
}

/** A form that was read. */
export interface ReadForm<T, F> {
  /** The validated DTO. In place of the files it has their names. */
  body: T;
  files: F[];
  /** The call of the write, which knows by now what was sent. */
  call: Call;
}

/** A form whose bytes wait in the connection until somebody reads them, once. */
export class IncomingForm<T extends object = object> {
  constructor(
    private readonly request: FastifyRequest,
    /** As it came; null where the request has no body at all. */
    private readonly contentType: string | null,
    private readonly terms: FormTerms,
    private readonly dto: Dto<T>,
    /** Times are judged against `now`; `secret` keys the digest of what was sent. */
    private readonly reading: { now: Date; secret: Buffer },
  ) {}

  /**
   * Reads the form. Where it is refused, the sink is given back what it had taken in; afterwards that is the caller's.
   * @throws Refusal 413, 400
   */
  async read<F extends FileIdentity>(call: Call, sink: FileSink<F>): Promise<ReadForm<T, F>> {
    const { fields, files } = await this.parts(sink);
    const names = files.map(({ name }) => name);
    const value = { ...fields, ...(files.length > 0 ? { [this.terms.files]: names } : {}) };
    const { value: body, errors } = validateBody(this.dto, value, { now: this.reading.now });
    const flaws = findFlaws(fields);
    const places = new Set(flaws.map(({ pointer }) => pointer));
    const wrong = [...flaws, ...errors.filter(({ pointer }) => !places.has(pointer))];
    if (wrong.length > 0) {
      await sink.discard(files);
      throw invalid(wrong);
    }
    return { body, files, call: this.knowing(call, fields, files) };
  }

  private async parts<F>(sink: FileSink<F>) {
    if (this.contentType === null) return { fields: {}, files: [] };
    return readFormParts(this.request.raw, this.contentType, this.terms, sink);
  }

  private knowing(call: Call, fields: Record<string, string>, files: FileIdentity[]): Call {
    if (!call.idempotency) return call;
    const sent = files.map(({ name, declaredType, sha256 }) => ({ name, declaredType, sha256 }));
    const bodyDigest = digestBody({ fields: { ...fields }, files: sent }, this.reading.secret);
    return { ...call, idempotency: { ...call.idempotency, bodyDigest } };
  }
}
