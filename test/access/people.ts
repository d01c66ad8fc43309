import { expectStatus } from '../support/api.js';
import type { TestApp } from '../support/app.js';
import { PASSWORD } from '../support/cast.js';

/** What a sign-in and a refresh answer. */
export interface SignedIn {
  accessToken: string;
  tokenType: string;
  expiresIn: number;
  refreshToken: string;
}

export interface Me {
  id: string;
  kind: string;
  name: string;
  email: string;
  roles: string[];
  permissions: string[];
}

export interface Person {
  id: string;
  email: string;
  name: string;
  phone: string | null;
  roles: string[];
  disabled: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
}

/** Somebody new beside the cast, for a test that disables or changes them. */
export async function hire(app: TestApp, said: Partial<Person> = {}): Promise<Person> {
  hired += 1;
  const { email = `temp-${hired}@house.example`, name = 'Tom Temp', roles = ['agent'] } = said;
  const body = { email, name, roles, password: PASSWORD };
  return expectStatus(201, await app.as('ada').post<Person>('/v1/users', body));
}

let hired = 0;

export async function signIn(app: TestApp, email: string): Promise<SignedIn> {
  return expectStatus(201, await app.anonymous.post<SignedIn>('/v1/sessions', { email, password: PASSWORD }));
}
