/** What an approval needs beside that nothing is in the way: two people, and a plan that they both have seen. */

export const OWN_PLAN = {
  code: 'own_plan',
  detail: 'the approval of somebody other than who planned it',
};

export const PLAN_OUTDATED = {
  code: 'plan_outdated',
  detail: 'a plan that covers everything as it is now: something came or changed since',
};
