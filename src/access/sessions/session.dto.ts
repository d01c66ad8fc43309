import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Email, Text } from '../../platform/http/fields/text.js';
import { ACCESS_SECONDS } from './access-token.js';
import { PASSWORD_MAX } from '../password.js';

export class SignInDto {
  @Email('The address that the user is known by, in any case.')
  email: string;

  @Text('The password.', { max: PASSWORD_MAX, blank: true })
  password: string;
}

export class RefreshDto {
  @Text('The refresh token of the last sign-in or refresh. It works once.', { max: 200 })
  refreshToken: string;
}

export class SessionDto {
  @Text('The token for `Authorization: Bearer`; a JWT by the profile of RFC 9068.', { max: 2_000 })
  accessToken: string;

  @OneOf('How the access token is presented.', ['Bearer'])
  tokenType: 'Bearer';

  @Whole('The life of the access token in seconds.', { min: ACCESS_SECONDS, max: ACCESS_SECONDS })
  expiresIn: number;

  @Text('Gets the next pair of tokens, once; keep it secret.', { max: 200 })
  refreshToken: string;
}
