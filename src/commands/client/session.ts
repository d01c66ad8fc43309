import { StartError } from '../../platform/start-error.js';
import { call, noAnswer, problemOf } from './call.js';
import type { Credentials } from './credentials.js';

/** A sign-in that renews itself: access tokens last for minutes, an import for longer. */
export class Session {
  private current: Promise<string> | null = null;

  constructor(
    private readonly url: string,
    private readonly credentials: Credentials,
  ) {}

  token(): Promise<string> {
    this.current ??= this.signIn();
    return this.current;
  }

  /** A token has run out. Of several callers that notice at once, one signs in for all. */
  async renew(expired: string): Promise<void> {
    const { current } = this;
    if ((await current) === expired && this.current === current) this.current = this.signIn();
    await this.current;
  }

  /** @throws StartError where the server is not there or does not know the credentials */
  private async signIn(): Promise<string> {
    const question = { method: 'POST', path: '/v1/sessions', body: this.credentials, token: null };
    const answer = await call(this.url, question).catch(noAnswer);
    if (answer.status === 201) return (answer.body as { accessToken: string }).accessToken;
    throw new StartError(
      `${this.credentials.email} cannot sign in at ${this.url}: ${problemOf(answer).detail}`,
    );
  }
}
