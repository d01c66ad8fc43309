import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { canonicalTag, lookUp } from '../../platform/http/languages.js';
import { notFound } from '../../kernel/refusal.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import { ContactPointReads } from '../../standards/contact-points/contact-point.reads.js';
import { ChosenProfile } from '../../standards/profiles/chosen-profile.js';
import { StandardBook } from '../../standards/standard-book.js';
import { BUILT_IN, LAST_LANGUAGE } from './built-in/built-in.js';
import { routesIn } from './built-in/routes.js';
import type { Spoken } from './built-in/spoken.js';
import type { PolicyVersionDto, PolicyVersionQuery } from './policy-version.dto.js';
import type { PolicyDto } from './policy.dto.js';
import type { PolicyVersion } from './policy.entity.js';
import { processOf, standardForAnybody } from './process.js';

/** The policy as the public reads it, and its versions as the house sees them. */
@Injectable()
export class PolicyReads {
  constructor(
    private readonly database: Database,
    private readonly standards: StandardBook,
    private readonly chosen: ChosenProfile,
    private readonly contactPoints: ContactPointReads,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /**
   * @param ranges the languages that are asked for, best first
   * @param version of the words in that language; the one that holds now where absent
   * @throws Refusal `not_found` where the language that was found has no such version, or not yet
   */
  async policy(ranges: readonly string[], version?: number): Promise<PolicyDto> {
    const now = this.clock.now();
    const published = await this.database.read<{ language: string }>(LANGUAGES, [now]);
    const languages = [...new Set([...BUILT_IN.keys(), ...published.map(({ language }) => language)])].sort();
    const language = lookUp(ranges, languages) ?? LAST_LANGUAGE;
    const [row] = version === 0 ? [] : await this.database.read<PolicyVersion>(OF, [language, now, version]);
    const builtIn = BUILT_IN.get(language);
    if (!row && (!builtIn || version)) throw notFound();
    const spoken = nearest(language);
    return {
      ...{ language, version: row?.version ?? 0, validFrom: row?.validFrom.toISOString() ?? null, languages },
      ...wordsOf(row ?? spoken.words),
      contactPoints: await this.contactPoints.published(),
      handIn: { method: 'POST', href: '/v1/complaints' },
      ...(await this.computed(spoken, language)),
    };
  }

  /** @throws Refusal `not_found` */
  async version(id: string): Promise<PolicyVersionDto> {
    const [row] = await this.database.read<PolicyVersion>(
      'SELECT v.* FROM policy_versions v WHERE v.id = $1',
      [id],
    );
    if (!row) throw notFound();
    return shown(row);
  }

  /** Oldest first, those to come too. @throws Refusal 400 `bad_cursor` */
  async versions(viewer: Actor, query: PolicyVersionQuery): Promise<Page<PolicyVersionDto>> {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = query;
    const scope = cursorScope('listPolicyVersions', filter, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const language = filter.language === undefined ? null : canonicalTag(filter.language);
    const rows = await this.database.read<PolicyVersion>(VERSIONS, [after, language, limit + 1]);
    return mapPage(
      pageOf(rows, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }

  /** What follows from the standard that holds for anybody, and from the law. */
  private async computed(spoken: Spoken, language: string) {
    const { profile } = this.chosen;
    const standard = standardForAnybody(await this.standards.current());
    const { windows } = spoken;
    return {
      process: processOf(standard, profile, spoken),
      confirmWindow: { what: windows.confirm, within: standard.closingWindow },
      disputeWindow: { what: windows.dispute, within: standard.disputeWindow },
      routesOutside: routesIn(language, profile),
      regulator: { profile: profile.name, title: profile.title },
    };
  }
}

/** What the program itself says in a language, or in the nearest that it speaks. */
function nearest(language: string): Spoken {
  const spoken = BUILT_IN.get(lookUp([language], [...BUILT_IN.keys()]) ?? LAST_LANGUAGE);
  if (!spoken) throw new Error(`there are no words in ${LAST_LANGUAGE}`);
  return spoken;
}

type Words = Omit<
  PolicyVersion,
  'id' | 'language' | 'version' | 'validFrom' | `published${string}` | 'createdAt'
>;

function wordsOf({
  title,
  introduction,
  howToComplain,
  whatWeNeed,
  remedies,
  charges,
  help,
  channels,
}: Words) {
  return { title, introduction, howToComplain, whatWeNeed, remedies, charges, help, channels };
}

function shown(row: PolicyVersion): PolicyVersionDto {
  const { id, language, version } = row;
  return {
    ...{ id, language, version, ...wordsOf(row) },
    validFrom: row.validFrom.toISOString(),
    publishedBy: { id: row.publishedById, name: row.publishedByName },
    createdAt: row.createdAt.toISOString(),
  };
}

const LANGUAGES = 'SELECT DISTINCT v.language FROM policy_versions v WHERE v.valid_from <= $1';

/** Of two that hold from the same moment the later one. */
const OF = `
  SELECT v.* FROM policy_versions v
  WHERE v.language = $1 AND v.valid_from <= $2 AND ($3::integer IS NULL OR v.version = $3)
  ORDER BY v.valid_from DESC, v.version DESC LIMIT 1`;

const VERSIONS = `
  SELECT v.* FROM policy_versions v
  WHERE ($1::uuid IS NULL OR v.id > $1) AND ($2::text IS NULL OR v.language = $2) ORDER BY v.id LIMIT $3`;
