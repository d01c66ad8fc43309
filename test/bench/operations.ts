import { ACKNOWLEDGE, complaintAbout } from './house.js';

/** One of the things that are measured. */
export interface Operation {
  name: string;
  title: string;
  method: 'GET' | 'POST';
  /** What the program is asked, about a complaint or a word. */
  path: (about: string) => string;
  body?: object;
  /** Which complaints or words it is asked about. */
  about: 'all' | 'waiting' | 'word' | 'nothing';
  /** How many of the last statements read what is answered. */
  shown: number;
  /** Of the bare server's throughput, at least this is the goal. */
  goal: number;
}

export const OPERATIONS: Operation[] = [
  {
    name: 'read',
    title: 'read one',
    method: 'GET',
    path: (id) => `/v1/complaints/${id}`,
    about: 'all',
    shown: 2,
    goal: 0.6,
  },
  {
    name: 'list',
    title: 'list 25',
    method: 'GET',
    path: () => '/v1/complaints',
    about: 'nothing',
    shown: 2,
    goal: 0.6,
  },
  {
    name: 'search',
    title: 'search',
    method: 'GET',
    path: (word) => `/v1/complaints?q=${word}`,
    about: 'word',
    shown: 2,
    goal: 0.6,
  },
  {
    name: 'timeline',
    title: 'timeline',
    method: 'GET',
    path: (id) => `/v1/complaints/${id}/timeline`,
    about: 'all',
    shown: 1,
    goal: 0.6,
  },
  {
    name: 'create',
    title: 'create',
    method: 'POST',
    path: () => '/v1/complaints',
    body: complaintAbout('hammock'),
    about: 'nothing',
    shown: 2,
    goal: 0.5,
  },
  {
    name: 'acknowledge',
    title: 'acknowledge',
    method: 'POST',
    path: (id) => `/v1/complaints/${id}/actions/acknowledge`,
    body: ACKNOWLEDGE,
    about: 'waiting',
    shown: 2,
    goal: 0.5,
  },
];
