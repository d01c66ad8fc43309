import type { FastifyRequest } from 'fastify';
import { inputError, invalid, Refusal } from '../../../kernel/refusal.js';
import { collectBody } from './raw-body.js';

/** What a body may be that is one file as it is. */
export interface BytesTerms {
  /** Its media type. */
  type: string;
  maxBytes: number;
}

/** Milliseconds in which all of it must be here. */
const TIME = 120_000;

/** A file that waits in the connection, as the whole body, until somebody reads it, once. */
export class IncomingBytes {
  constructor(
    private readonly request: FastifyRequest,
    private readonly terms: BytesTerms,
  ) {}

  /** @throws Refusal 413, 400 where there is nothing, or not all of it came */
  async read(): Promise<Buffer> {
    const { maxBytes } = this.terms;
    const { bytes, tooLarge } = await collectBody(this.request.raw, { maxBytes, milliseconds: TIME });
    if (tooLarge)
      throw new Refusal('too_large', `A body may have at most ${maxBytes.toLocaleString('en')} bytes here.`);
    if (bytes.length === 0) throw invalid([inputError('', 'required')]);
    return bytes;
  }
}
