/** Closed lists of words that more than one floor uses, each value with its meaning. */

export const CHANNELS = {
  web: 'a form on a web page',
  email: 'an email',
  phone: 'a telephone call',
  chat: 'a chat',
  letter: 'a letter by post',
  fax: 'a fax',
  visit: 'said in person',
  social: 'a social network',
  api: 'another system',
  referral: 'passed on by another body',
  other: 'any other way',
} as const;
export type Channel = keyof typeof CHANNELS;

export const SEVERITIES = {
  low: 'an annoyance',
  medium: 'a loss or trouble that can be made good',
  high: 'a serious loss or trouble',
  critical: 'danger to life, health or livelihood',
} as const;
export type Severity = keyof typeof SEVERITIES;

/** How a house classes its customers, in words of its own. */
export const TIER = /^[a-z][a-z0-9_-]*$/;
export const TIER_MAX = 50;
