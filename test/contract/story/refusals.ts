import type { Step } from './step.js';

const NOWHERE = '019aa000-0000-7000-8000-00000000dead';
const BED = '{bed.id}';

/** Every other problem that a caller can provoke at will. */
export const REFUSALS: Step[] = [
  {
    operation: 'listComplaints',
    says: 'Nobody is signed in.',
    as: 'nobody',
    refused: 'unauthenticated',
  },
  {
    operation: 'startSession',
    says: 'The password is wrong.',
    as: 'nobody',
    body: { email: 'sue@house.example', password: 'a guess' },
    refused: 'invalid_credentials',
  },
  {
    operation: 'refreshSession',
    says: 'Nobody knows this token.',
    as: 'nobody',
    body: { refreshToken: 'amr_unknown' },
    refused: 'invalid_credentials',
  },
  {
    operation: 'startSession',
    says: 'The password was wrong too often.',
    as: 'nobody',
    body: { email: 'sue@house.example', password: 'a guess' },
    times: 11,
    refused: 'rate_limited',
  },
  {
    operation: 'createUser',
    says: 'An agent does not manage users.',
    as: 'anna',
    body: { email: 'tom@house.example', name: 'Tom', password: 'a chair with four legs', roles: ['agent'] },
    refused: 'forbidden',
  },
  {
    operation: 'createUser',
    says: 'Somebody has this address.',
    as: 'ada',
    body: { email: 'Anna@House.example', name: 'Anna', password: 'a chair with four legs', roles: ['agent'] },
    refused: 'email_taken',
  },
  {
    operation: 'receiveComplaint',
    says: 'The body is larger than 100 kB.',
    as: 'nobody',
    body: { channel: 'web', description: 'words '.repeat(20_000) },
    refused: 'too_large',
  },
  {
    operation: 'receiveComplaint',
    says: 'The body is no JSON by its type.',
    as: 'nobody',
    headers: { 'Content-Type': 'text/plain' },
    body: 'My bed is broken.',
    refused: 'unsupported_media_type',
  },
  {
    operation: 'receiveComplaint',
    says: 'Four things are wrong with the body, and all are named at once.',
    as: 'nobody',
    body: { channel: 'pigeon', complainant: { name: 'Marta Kis', email: 'marta' }, colour: 'red' },
    refused: 'validation_failed',
  },
  {
    operation: 'listComplaints',
    says: 'A limit beyond 100, and a parameter that is none.',
    as: 'anna',
    query: { limit: 1000, colour: 'red' },
    refused: 'validation_failed',
  },
  {
    operation: 'updateComplaint',
    says: 'The version is not named.',
    as: 'anna',
    params: { id: BED },
    body: { tags: [] },
    refused: 'if_match_required',
  },
  {
    operation: 'updateComplaint',
    says: 'It has changed since.',
    as: 'anna',
    params: { id: BED },
    headers: { 'If-Match': '"1"' },
    body: { tags: [] },
    refused: 'version_mismatch',
  },
  {
    operation: 'acknowledgeComplaint',
    says: 'The key was used for other words.',
    as: 'anna',
    params: { id: BED },
    headers: { 'Idempotency-Key': '"3f0c8a52-93b1-4f0e-8d0b-2a7a2f6f0d51"' },
    body: { message: 'Other words.' },
    refused: 'idempotency_key_reused',
  },
  {
    operation: 'getComplaint',
    says: 'There is none.',
    as: 'anna',
    params: { id: NOWHERE },
    refused: 'not_found',
  },
  {
    operation: 'receiveComplaint',
    says: 'Another complaint has this id of another system.',
    as: 'ben',
    body: {
      channel: 'api',
      description: 'The table has a scratch.',
      answerVia: 'tracking',
      externalId: 'ERP-77120',
    },
    refused: 'external_id_taken',
  },
];
