import { type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from './config.js';
import { readSecret, readSigningKeys, type SigningKey } from './key-files.js';

/** What a secret is for; each has its own, so that a leak of one opens nothing else. */
type SecretPurpose =
  'cursor' | 'tracking' | 'idempotency' | 'reply' | 'download' | 'inbound-mail' | 'webhook';

/** The keys of our own access tokens (ES256). */
export interface JwtKeys {
  /** The newest key: tokens are signed with it. */
  signing: SigningKey;
  /** The public key of any `kid` that may still be in use. */
  verifying(kid: string): KeyObject | undefined;
}

/** The keys of this installation: files in KEYS_DIR, made at the first start and shared by all processes. */
@Injectable()
export class Keys {
  private readonly secrets: Record<SecretPurpose, Buffer>;
  private readonly jwtKeys: JwtKeys;

  /** @throws StartError naming KEYS_DIR where a key can be neither read nor made. */
  constructor(config: Config) {
    const { keysDir } = config;
    this.secrets = {
      cursor: readSecret(keysDir, 'cursor'),
      tracking: readSecret(keysDir, 'tracking'),
      idempotency: readSecret(keysDir, 'idempotency'),
      reply: readSecret(keysDir, 'reply'),
      download: readSecret(keysDir, 'download'),
      'inbound-mail': readSecret(keysDir, 'inbound-mail'),
      webhook: readSecret(keysDir, 'webhook'),
    };
    const keys = readSigningKeys(keysDir);
    const byKid = new Map(keys.all.map((key) => [key.kid, key.publicKey]));
    this.jwtKeys = { signing: keys.newest, verifying: (kid) => byKid.get(kid) };
  }

  /** 32 random bytes for a purpose. */
  secret(purpose: SecretPurpose): Buffer {
    return this.secrets[purpose];
  }

  jwt(): JwtKeys {
    return this.jwtKeys;
  }
}
