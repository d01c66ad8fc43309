import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { tlogProofText } from '../../kernel/proofs/tlog-proof.js';
import { asAttachment } from '../../platform/http/download.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { PathId, Query } from '../../platform/http/params.js';
import { ConsistencyDto, ConsistencyQuery, ProofDto } from './proof.dto.js';
import { ProofReads } from './proof.reads.js';

const TEXT = 'text/plain; charset=utf-8';

@Controller('v1/audit')
export class ProofsController {
  constructor(private readonly proofs: ProofReads) {}

  @Endpoint({
    method: 'GET',
    path: 'checkpoints/latest',
    operationId: 'getLatestCheckpoint',
    tag: 'log',
    summary: 'Read what was signed last about the log',
    description:
      'A signed note (C2SP tlog-checkpoint): the name of the log, how many entries it has, and the root of the ' +
      'Merkle tree over them (RFC 9162), signed with Ed25519. Whoever keeps one can see later that nothing before ' +
      'it was changed. A new one is signed within a second or two of a change.',
    permission: 'proof:read',
    rawType: TEXT,
    refuses: ['not_found'],
  })
  async latest(): Promise<string> {
    return (await this.proofs.latest()).note;
  }

  @Endpoint({
    method: 'GET',
    path: 'entries/:id/proof',
    operationId: 'getEntryProof',
    tag: 'log',
    summary: 'Prove that an entry stands in the log',
    description:
      'The path from the hash of the entry to the root that the latest checkpoint signs (RFC 9162, 2.1.3). For an ' +
      'entry that was just written the answer waits for the next checkpoint, a second or two.',
    permission: 'proof:read',
    answers: ProofDto,
    refuses: ['proof_pending'],
  })
  proof(@PathId('id') id: string): Promise<ProofDto> {
    return this.proofs.ofEntry(id);
  }

  @Endpoint({
    method: 'GET',
    path: 'entries/:id/tlog-proof',
    operationId: 'downloadEntryProof',
    tag: 'log',
    summary: 'Take away the proof of an entry as a file',
    description: 'The same in the form of c2sp.org/tlog-proof@v1, which other programs check offline.',
    permission: 'proof:read',
    rawType: TEXT,
    attachment: true,
    refuses: ['proof_pending'],
  })
  async download(@PathId('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { index, path, checkpoint } = await this.proofs.ofEntry(id);
    reply.header('Content-Disposition', asAttachment(`${id}.tlog-proof`));
    return tlogProofText({ index, path: path.map((hash) => Buffer.from(hash, 'base64')), checkpoint });
  }

  @Endpoint({
    method: 'GET',
    path: 'consistency',
    operationId: 'getConsistencyProof',
    tag: 'log',
    summary: 'Prove that the log only grew between two checkpoints',
    description:
      'The hashes that lead from the root of the older checkpoint to that of the newer one (RFC 9162, 2.1.4): ' +
      'everything before the older one is still there, unchanged and in order.',
    permission: 'proof:read',
    query: ConsistencyQuery,
    answers: ConsistencyDto,
    refuses: ['not_found'],
  })
  consistency(@Query() query: ConsistencyQuery): Promise<ConsistencyDto> {
    return this.proofs.consistency(query);
  }
}
