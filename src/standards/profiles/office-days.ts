import type { BusinessDays } from './profile.js';

/** Monday to Friday. The close is where a business day ends: laws count days and name no hour. */
export const OFFICE_DAYS: Pick<BusinessDays, 'days' | 'hours'> = {
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  hours: { from: '09:00', to: '17:00' },
};
