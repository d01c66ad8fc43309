import { describe, expect, it } from '@jest/globals';
import { type Actor, ANONYMOUS, system, type UserRole } from '../../src/kernel/actor.js';
import { may, permissionsOf, rolesWith } from '../../src/access/roles.js';

const user = (...roles: UserRole[]): Actor => ({ kind: 'user', id: 'someone', name: 'Someone', roles });

describe('the table of roles', () => {
  it('lets everybody complain, but not an auditor, who changes nothing', () => {
    expect(may(ANONYMOUS, 'complaint:receive')).toBe(true);
    expect(may(user('agent'), 'complaint:receive')).toBe(true);
    expect(may(user('auditor'), 'complaint:receive')).toBe(false);
  });

  it('adds up the roles of a user', () => {
    expect(may(user('agent'), 'entry:read')).toBe(false);
    expect(may(user('agent', 'auditor'), 'entry:read')).toBe(true);
    expect(may(user('agent', 'auditor'), 'complaint:acknowledge')).toBe(true);
  });

  it('leaves closing to the product alone', () => {
    expect(rolesWith('complaint:close')).toEqual(['system']);
    expect(may(system('closing'), 'complaint:close')).toBe(true);
  });

  it('gives no role of a user what belongs to the holder of a tracking token', () => {
    expect(rolesWith('tracking:read')).toEqual(['complainant']);
    expect(rolesWith('tracking:write')).toEqual(['complainant']);
  });

  it('names what roles allow in alphabetical order, each once', () => {
    const permissions = permissionsOf(user('agent', 'supervisor'));
    expect(permissions).toEqual([...new Set(permissions)].sort());
    expect(permissions).toContain('complaint:decline');
    expect(permissions).not.toContain('user:write');
  });

  it('gives nothing to nobody', () => {
    expect(permissionsOf({ ...ANONYMOUS, roles: [] })).toEqual([]);
  });
});
