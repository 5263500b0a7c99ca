import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import {
  groupListQuerySchema,
  groupMemberParamsSchema,
  groupParamsSchema,
  groupPatchSchema,
  groupSchema,
  newGroupSchema,
} from '../validators/customerGroups.validator.ts';
import { ifMatchSchema, pageMetaSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'Customer groups', cache: 'private' } as const;
const reading = { ...shared, permission: 'customerGroups:read' } as const;
const writing = { ...shared, permission: 'customerGroups:write' } as const;
const theGroup = { description: 'The group.', schema: groupSchema, tagged: true } as const;
const params = groupParamsSchema;

export const customerGroupRoutes = defineRoutes({
  listCustomerGroups: {
    ...reading,
    method: 'get',
    path: '/admin/customer-groups',
    summary: 'List customer groups',
    description: 'Newest first. `GET /admin/customers?group=` lists the members of one.',
    request: { query: groupListQuerySchema },
    responses: {
      200: { description: 'A page of groups.', schema: z.array(groupSchema), meta: pageMetaSchema },
    },
    errors: ['invalid_cursor'],
  },
  createCustomerGroup: {
    ...writing,
    method: 'post',
    path: '/admin/customer-groups',
    summary: 'Create a customer group',
    description: 'A job finds the members of a group with a rule, now and every ten minutes.',
    request: { body: newGroupSchema },
    responses: { 201: theGroup },
    errors: ['group_name_taken'],
  },
  getCustomerGroup: {
    ...reading,
    method: 'get',
    path: '/admin/customer-groups/:groupId',
    summary: 'Get a customer group',
    request: { params },
    responses: { 200: theGroup },
    errors: ['not_found'],
  },
  changeCustomerGroup: {
    ...writing,
    method: 'patch',
    path: '/admin/customer-groups/:groupId',
    summary: 'Change a customer group',
    description:
      'Absent members keep their values. After a change of the rule a job adds and removes members; those whom staff have put in stay. With `If-Match`, the change is refused (412) if the name, description or rule has changed since.',
    request: { params, headers: ifMatchSchema, body: groupPatchSchema },
    responses: { 200: theGroup },
    errors: ['not_found', 'precondition_failed', 'group_name_taken'],
  },
  deleteCustomerGroup: {
    ...writing,
    method: 'delete',
    path: '/admin/customer-groups/:groupId',
    summary: 'Delete a customer group',
    description: 'Its customers stay customers.',
    request: { params },
    responses: { 200: { description: 'The group as it was.', schema: groupSchema } },
    errors: ['not_found'],
  },
  addCustomerToGroup: {
    ...writing,
    method: 'put',
    path: '/admin/customer-groups/:groupId/members/:customerId',
    summary: 'Put a customer into a group',
    description: 'By hand: the customer stays in it, whatever its rule says.',
    request: { params: groupMemberParamsSchema },
    responses: { 200: theGroup },
    errors: ['not_found', 'state_conflict'],
  },
  removeCustomerFromGroup: {
    ...writing,
    method: 'delete',
    path: '/admin/customer-groups/:groupId/members/:customerId',
    summary: 'Take a customer out of a group',
    description: 'A customer who is in it by its rule leaves by a change of the rule alone (409).',
    request: { params: groupMemberParamsSchema },
    responses: { 200: theGroup },
    errors: ['not_found', 'state_conflict'],
  },
  refreshCustomerGroup: {
    ...writing,
    method: 'post',
    path: '/admin/customer-groups/:groupId/refresh',
    summary: 'Compare the members of a group with its rule now',
    description: 'A job does it; `refreshedAt` tells when it is done.',
    request: { params },
    responses: { 202: { description: 'The group as it is still.', schema: groupSchema } },
    errors: ['not_found'],
  },
});
