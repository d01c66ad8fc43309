import { StartError } from '../../platform/start-error.js';
import { connect } from './amends.js';
import type { Credentials } from './credentials.js';
import { noAnswer, toldBy } from './refusals.js';

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
    const asked = connect({ url: this.url }).POST('/v1/sessions', { body: this.credentials });
    const result = await asked.catch((error: unknown) => this.fail(noAnswer(error).detail));
    return result.data?.accessToken ?? this.fail(toldBy(result).detail);
  }

  private fail(detail: string): never {
    throw new StartError(`${this.credentials.email} cannot sign in at ${this.url}: ${detail}`);
  }
}
