import { defineDomain } from './defineDomain.ts';

export const roles = defineDomain({
  idPrefixes: { role: 'role', roleGrant: 'rg' },
  errors: {
    permission_not_held: [403, 'You do not hold this permission'],
    role_name_taken: [409, 'A role has this name'],
    role_in_use: [409, 'The role is granted to someone'],
    role_built_in: [422, 'The role belongs to the shop'],
    role_permission_unfit: [422, 'The permission does not fit the role'],
  },
  permissions: ['roles:read', 'roles:write', 'owners:write'],
  tags: {
    Roles: {
      group: 'Staff',
      description:
        'Sets of permissions that staff are granted. Built-in roles can be changed, all but `owner`; `customer` lists what customers may do with what is theirs.',
    },
  },
});
