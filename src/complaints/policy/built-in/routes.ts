import { lookUp } from '../../../platform/http/languages.js';
import type { Profile } from '../../../standards/profiles/profile.js';
import type { ProfileName } from '../../../standards/profiles/profiles.js';
import { BUILT_IN, LAST_LANGUAGE } from './built-in.js';

/** Where else a customer may turn, in a language or in the nearest that the program speaks. */
export function routesIn(language: string, { name, routesOutside }: Profile): string {
  const spoken = BUILT_IN.get(lookUp([language], [...BUILT_IN.keys()]) ?? LAST_LANGUAGE);
  return spoken?.routesOutside?.[name as ProfileName] ?? routesOutside;
}
