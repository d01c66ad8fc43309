import { Whole } from '../../platform/http/fields/choice.js';
import { QueryWhole } from '../../platform/http/fields/query.js';
import { Code, Codes, Id, Text } from '../../platform/http/fields/text.js';

const SIZE = { min: 1, max: Number.MAX_SAFE_INTEGER };
/** SHA-256 in base64. */
const HASH = /^[A-Za-z0-9+/]{43}=$/;
const HASH_LENGTH = { max: 44 };
/** Hashes of a proof: two for each level of a tree of 2^53 leaves. */
const PATH = { ...HASH_LENGTH, maxItems: 110 };

const EXAMPLE_HASH = { example: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=' };

/** That an entry stands in the log that a checkpoint speaks of (RFC 9162, 2.1.3). */
export class ProofDto {
  @Id('The entry.')
  entryId: string;

  @Whole('Its place in the one order of everything.', SIZE)
  position: number;

  @Whole('The same counted from zero, as the tree does.', { ...SIZE, min: 0 })
  index: number;

  @Code('SHA-256 over a zero byte and the bytes of the entry, in base64.', HASH, {
    ...HASH_LENGTH,
    ...EXAMPLE_HASH,
  })
  leafHash: string;

  @Codes("The hashes from the leaf's neighbour upward, in base64.", HASH, {
    ...PATH,
    example: [EXAMPLE_HASH.example],
  })
  path: string[];

  @Whole('How many entries the checkpoint speaks of.', SIZE)
  size: number;

  @Text('The checkpoint that the path leads to: a signed note (C2SP tlog-checkpoint).', { max: 10_000 })
  checkpoint: string;
}

/** Between which sizes. */
export class ConsistencyQuery {
  @QueryWhole('The size of the older checkpoint.', SIZE)
  from: number;

  @QueryWhole('The size of the newer one; not beyond that of the latest checkpoint.', SIZE)
  to: number;
}

/** That the log of one size begins with the log of a smaller one (RFC 9162, 2.1.4). */
export class ConsistencyDto {
  @Whole('The smaller size.', SIZE)
  from: number;

  @Whole('The larger size.', SIZE)
  to: number;

  @Codes('The hashes of the proof, in base64.', HASH, { ...PATH, example: [EXAMPLE_HASH.example] })
  path: string[];
}
