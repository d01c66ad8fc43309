import { Controller, Param } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/refusal.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import { Caller, Query } from '../../platform/http/params.js';
import { ChosenProfile } from './chosen-profile.js';
import { PROFILE_TITLES, ProfileDto } from './profile.dto.js';
import { isProfileName, PROFILE_NAMES, type ProfileName, PROFILES } from './profiles.js';

@Controller('v1/profiles')
export class ProfilesController {
  constructor(
    private readonly chosen: ChosenProfile,
    private readonly cursors: Cursors,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listProfiles',
    tag: 'standards',
    summary: 'List what regulators ask',
    description: 'The profiles that come with the program; one is chosen at set-up by `REGULATOR_PROFILE`.',
    permission: 'profile:read',
    query: PageQuery,
    answers: ProfileDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: PageQuery): Page<ProfileDto> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listProfiles', query, caller);
    const [last] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const from = PROFILE_NAMES.findIndex((name) => name === last) + 1;
    const page = pageOf(PROFILE_NAMES.slice(from, from + limit + 1), limit, (name) =>
      this.cursors.encode([name], scope),
    );
    return mapPage(page, (name) => this.shown(name));
  }

  @Endpoint({
    method: 'GET',
    path: ':name',
    operationId: 'getProfile',
    tag: 'standards',
    summary: 'Read what a regulator asks',
    permission: 'profile:read',
    params: { name: PROFILE_TITLES },
    answers: ProfileDto,
  })
  get(@Param('name') name: string): ProfileDto {
    if (!isProfileName(name)) throw notFound();
    return this.shown(name);
  }

  private shown(name: ProfileName): ProfileDto {
    return { ...PROFILES[name], chosen: this.chosen.profile.name === name };
  }
}
