import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB and two passes (OWASP's password storage cheat sheet). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

/** The hash to keep, in PHC form with its own salt and cost. */
export function hashPassword(password: string): Promise<string> {
  return hash(spelled(password), COST);
}

/**
 * Whether the password is the one of the hash. Without a hash (nobody has this address) the answer is no
 * after the same work, so that the time of a refusal does not tell who exists.
 */
export async function checkPassword(kept: string | null, password: string): Promise<boolean> {
  const matches = await verify(kept ?? NOBODY, spelled(password));
  return kept !== null && matches;
}

/** One spelling of what keyboards write in several ways (RFC 8265, OpaqueString). */
const spelled = (password: string) => password.normalize('NFC');

/** A hash of the same cost that no password has. */
const PARAMETERS = `m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}`;
const NOBODY = `$argon2id$v=19$${PARAMETERS}$${'A'.repeat(22)}$${'A'.repeat(43)}`;
