import { Injectable } from '@nestjs/common';
import { Ledger, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { newId } from '../../kernel/identifiers.js';
import { canonicalTag } from '../../platform/http/languages.js';
import type { NewPolicyVersionBody } from './policy-version.dto.js';
import type { PolicyVersion } from './policy.entity.js';

/** Publishes the words of the policy. A version never changes; the next one comes after it. */
@Injectable()
export class PolicyService {
  constructor(private readonly ledger: Ledger) {}

  publish(call: Call, body: NewPolicyVersionBody): Promise<Written> {
    const { title, introduction, howToComplain, whatWeNeed, remedies, charges = null, help } = body;
    const language = canonicalTag(body.language);
    const words = { title, introduction, howToComplain, whatWeNeed, remedies, charges, help };
    const channels = body.channels ?? ['web'];
    return this.ledger.write(call, 'publish policy', [], async (c) => {
      await c.tx.rows(ONE_AT_A_TIME, [language]);
      const [last] = await c.tx.rows<{ version: number; at: Date }>(LAST, [language]);
      // Whoever waited for another is later than that one, though their write began before.
      const createdAt = last && last.at > c.now ? last.at : c.now;
      const made: PolicyVersion = {
        ...{ id: newId(), language, version: (last?.version ?? 0) + 1, ...words, channels },
        validFrom: body.validFrom === undefined ? createdAt : new Date(body.validFrom),
        ...{ publishedById: c.call.actor.id, publishedByName: c.call.actor.name, createdAt },
      };
      await c.tx.insert('policy_versions', [made]);
      const { id, version, validFrom } = made;
      c.record(
        'policy.published',
        { type: 'policy_version', id },
        { language, version, validFrom: validFrom.toISOString(), channels, ...words },
      );
      return { id, location: `/v1/policy-versions/${id}` };
    });
  }
}

/** Until the end of the transaction: two versions of one language get two numbers. */
const ONE_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtextextended('policy in ' || $1::text, 0))`;

const LAST = `
  SELECT v.version, v.created_at AS at FROM policy_versions v WHERE v.language = $1
  ORDER BY v.version DESC LIMIT 1`;
