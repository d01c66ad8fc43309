import { ROLE_MEANINGS, USER_ROLES, type UserRole } from '../kernel/actor.js';
import { Flag, OneOf, SomeOf, Whole } from '../platform/http/fields/choice.js';
import { QueryFlag } from '../platform/http/fields/query.js';
import { Email, Id, Text, Texts } from '../platform/http/fields/text.js';
import { Time } from '../platform/http/fields/time.js';
import { PageQuery } from '../platform/http/page-query.js';
import { PASSWORD_MAX, PASSWORD_MIN } from './password.js';

const NAME = 'The name that customers are told and the log keeps.';
const PHONE = 'The number that customers are told for questions to the owner.';
const ROLES = 'What the user may do: the sum of the roles. At least one.';
export class NewUserDto {
  @Email('To sign in with; unique without regard to case.')
  email: string;

  @Text(NAME, { max: 200, example: 'Anna Berg' })
  name: string;

  @Text('The first password. Only a hash of it is kept.', { min: PASSWORD_MIN, max: PASSWORD_MAX })
  password: string;

  @SomeOf(ROLES, USER_ROLES, { minItems: 1, meanings: ROLE_MEANINGS })
  roles: UserRole[];

  @Text(PHONE, { max: 50, optional: true, example: '+36 1 234 5678' })
  phone?: string;
}

export class UserChangesDto {
  @Text(NAME, { max: 200, optional: true, nullable: false, example: 'Anna Berg' })
  name?: string;

  @SomeOf(ROLES, USER_ROLES, { minItems: 1, meanings: ROLE_MEANINGS, optional: true, nullable: false })
  roles?: UserRole[];

  @Flag('A disabled user cannot sign in, and every session ends. Never refused.', {
    optional: true,
    nullable: false,
  })
  disabled?: boolean;

  @Text(PHONE, { max: 50, optional: true, example: '+36 1 234 5678' })
  phone?: string | null;
}

export class UserQuery extends PageQuery {
  @OneOf('Only users with this role.', USER_ROLES, { meanings: ROLE_MEANINGS, optional: true })
  role?: UserRole;

  @QueryFlag('Only disabled users, or only those who are not.', { optional: true })
  disabled?: boolean;
}

export class UserDto {
  @Id('The id of the user.')
  id: string;

  @Email('To sign in with.')
  email: string;

  @Text(NAME, { max: 200, example: 'Anna Berg' })
  name: string;

  @Text(PHONE, { max: 50, nullable: true, example: '+36 1 234 5678' })
  phone: string | null;

  @SomeOf(ROLES, USER_ROLES, { minItems: 1, meanings: ROLE_MEANINGS })
  roles: UserRole[];

  @Flag('True for somebody who cannot sign in any more.')
  disabled: boolean;

  @Whole('Raised by every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When the user was created.')
  createdAt: string;

  @Time('When the user was last changed.')
  updatedAt: string;
}

export class MeDto {
  @Id('The id of the user.')
  id: string;

  @OneOf('What kind of caller this is.', ['user'])
  kind: 'user';

  @Text(NAME, { max: 200, example: 'Anna Berg' })
  name: string;

  @Email('To sign in with.')
  email: string;

  @SomeOf('The roles.', USER_ROLES, { minItems: 1, meanings: ROLE_MEANINGS })
  roles: UserRole[];

  @Texts('All that the roles allow together, by name and in alphabetical order.', { max: 50, maxItems: 200 })
  permissions: string[];
}
