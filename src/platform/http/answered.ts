import { Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeError } from '../logging/describe-error.js';

/** Somebody who is told of every answer once it has left. Must not wait for anything. */
export type Witness = (request: FastifyRequest, reply: FastifyReply) => void;

/** Tells whoever wants to know of every answer, after the caller has it: no witness can slow or spoil one. */
@Injectable()
export class Answered {
  private readonly logger = new Logger(Answered.name);
  private readonly witnesses: Witness[] = [];

  tell(witness: Witness): void {
    this.witnesses.push(witness);
  }

  /** An `onResponse` hook. */
  readonly hook = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    try {
      for (const witness of this.witnesses) witness(request, reply);
    } catch (error) {
      this.logger.error({ msg: 'a witness failed', error: describeError(error) });
    }
    done();
  };
}
