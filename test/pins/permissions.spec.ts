import { it } from '@jest/globals';
import { rolesWith } from '../../src/access/roles.js';
import { ROLES } from '../../src/kernel/actor.js';
import { PERMISSIONS, type Permission } from '../../src/kernel/permissions.js';
import { expectPinned, table } from './pin.js';

it('who may do what is as pinned', () => {
  const permissions = Object.keys(PERMISSIONS) as Permission[];
  const rows = permissions.map((permission) => [
    permission,
    ...ROLES.map((role) => (rolesWith(permission).includes(role) ? 'yes' : '-')),
  ]);
  expectPinned('permissions.txt', table([['permission', ...ROLES], ...rows]));
});
