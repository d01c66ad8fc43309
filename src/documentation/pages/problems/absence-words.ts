import type { NeedWords } from './need.js';

/** What being away, and standing in, needs. */
export const ABSENCE_MET: Readonly<Record<string, NeedWords>> = {
  owner_absent: {
    met: 'Name somebody who is there, such as the stand-in, or end the absence where the person is back.',
  },
  not_oneself: {
    missing: 'it is somebody else who is away',
    met: 'The person does it, or a supervisor.',
  },
  stand_in_inactive: {
    missing: 'who is to stand in is disabled, or no staff',
    met: 'Name a user who is not disabled and is an agent, a supervisor or an administrator.',
  },
  stand_in_circle: {
    missing:
      'who is to stand in is the one who is away, or is away then as well and passes it on to that one',
    met: 'Name somebody who is there at that time, or whose own stand-in is.',
  },
  absence_overlaps: {
    missing: 'the person has another absence at that time',
    met: 'Change or end the absences that `ids` names, or choose another time.',
  },
};
