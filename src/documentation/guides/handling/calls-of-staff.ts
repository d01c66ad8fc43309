import type { Exchange, Json } from '../exchange.js';

/** What a guide for the screens of staff shows: calls with the token of an agent, unless they name another. */

export const get = (path: string, body: Json): Exchange => ({
  method: 'GET',
  path,
  token: 'STAFF',
  answer: { status: 200, body },
});

export const post = (path: string, body: Json, answer: Json, status = 200, token = 'STAFF'): Exchange => ({
  method: 'POST',
  path,
  token,
  body,
  answer: { status, body: answer },
});
