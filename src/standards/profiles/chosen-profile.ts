import type { Config } from '../../platform/config.js';
import { StartError } from '../../platform/start-error.js';
import type { Profile } from './profile.js';
import { type ProfileCalendar, profileCalendar } from './profile-calendar.js';
import { isProfileName, PROFILE_NAMES, PROFILES } from './profiles.js';

/** What a regulator asks of this house: one profile, the same for as long as the program runs. */
export class ChosenProfile {
  constructor(
    readonly profile: Profile,
    /** What its business time is counted by; null where it counts none. */
    readonly calendar: ProfileCalendar | null,
  ) {}
}

export async function chooseProfile(config: Named): Promise<ChosenProfile> {
  const profile = profileOf(config);
  return new ChosenProfile(profile, await profileCalendar(profile));
}

/** @throws StartError where there is no profile of the name that the configuration has */
export function profileOf({ regulatorProfile: name }: Named): Profile {
  if (isProfileName(name)) return PROFILES[name];
  throw new StartError(`REGULATOR_PROFILE must be one of ${PROFILE_NAMES.join(', ')}.`);
}

type Named = Pick<Config, 'regulatorProfile'>;
