import { expect, it } from '@jest/globals';
import { STATES } from '../../src/complaints/complaint.states.js';
import { useTestApp } from './app.js';
import type { Reachable } from './make.js';

const app = useTestApp();

it.each(Object.keys(STATES) as Reachable[])(
  'a complaint is brought to %s by what people do',
  async (state) => {
    const made = await app.make.complaint(state);
    expect(made.complaint.state).toBe(state);
    expect(await app.make.read(made)).toEqual(made.complaint);
  },
);
