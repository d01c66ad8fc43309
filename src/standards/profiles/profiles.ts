import { AU_RG271 } from './au-rg271.js';
import { EU_JOINT_GUIDELINES } from './eu-joint-guidelines.js';
import { EU_PAYMENT_SERVICES } from './eu-payment-services.js';
import { HU_CONSUMER_ACT } from './hu-consumer-act.js';
import { ISO_10002 } from './iso-10002.js';
import type { Profile } from './profile.js';
import { UK_DISP_PAYMENTS } from './uk-disp-payments.js';
import { UK_DISP } from './uk-disp.js';
import { US_CFPB } from './us-cfpb.js';

/** Every profile that can be chosen at set-up, the default first. */
export const PROFILES = {
  iso_10002: ISO_10002,
  uk_disp: UK_DISP,
  uk_disp_payments: UK_DISP_PAYMENTS,
  us_cfpb: US_CFPB,
  au_rg271: AU_RG271,
  eu_joint_guidelines: EU_JOINT_GUIDELINES,
  eu_payment_services: EU_PAYMENT_SERVICES,
  hu_consumer_act: HU_CONSUMER_ACT,
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;

export const PROFILE_NAMES = Object.keys(PROFILES) as ProfileName[];

export function isProfileName(name: string): name is ProfileName {
  return Object.hasOwn(PROFILES, name);
}
