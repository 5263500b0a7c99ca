import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import { reasonBodySchema } from '../validators/admin.validator.ts';
import {
  customerChangeBodySchema,
  customerListQuerySchema,
  customerMergeBodySchema,
  customerParamsSchema,
  customerSchema,
  timelineEntrySchema,
  timelineQuerySchema,
} from '../validators/customers.validator.ts';
import { orderSummarySchema, customerOrdersQuerySchema } from '../validators/orders.validator.ts';
import { ifMatchSchema, pageMetaSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'Customers', cache: 'private' } as const;
const params = customerParamsSchema;
const theCustomer = { description: 'The customer.', schema: customerSchema, tagged: true } as const;

export const customerRoutes = defineRoutes({
  listCustomers: {
    ...shared,
    method: 'get',
    path: '/admin/customers',
    summary: 'List customers',
    description:
      'The newest first, unless `sort` says otherwise. Those that were merged into another are left out.',
    permission: 'customers:read',
    request: { query: customerListQuerySchema },
    responses: {
      200: {
        description: 'A page of customers.',
        schema: z.array(customerSchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['invalid_cursor'],
  },
  getCustomer: {
    ...shared,
    method: 'get',
    path: '/admin/customers/:customerId',
    summary: 'Get a customer',
    description: 'One that was merged into another names it in `mergedIntoId`.',
    permission: 'customers:read',
    request: { params },
    responses: { 200: theCustomer },
    errors: ['not_found'],
  },
  listCustomerOrders: {
    ...shared,
    method: 'get',
    path: '/admin/customers/:customerId/orders',
    summary: 'List the orders of a customer',
    description: 'Newest first.',
    permission: 'orders:read',
    request: { params, query: customerOrdersQuerySchema },
    responses: {
      200: {
        description: 'A page of orders.',
        schema: z.array(orderSummarySchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['not_found', 'invalid_cursor'],
  },
  getCustomerTimeline: {
    ...shared,
    method: 'get',
    path: '/admin/customers/:customerId/timeline',
    summary: 'Get the timeline of a customer',
    description:
      'Orders, sign-ins, consents and acts of staff about the customer, newest first. Consents of an address that is not proved are left out.',
    permission: 'customers:read',
    request: { params, query: timelineQuerySchema },
    responses: {
      200: {
        description: 'A page of the timeline.',
        schema: z.array(timelineEntrySchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['not_found', 'invalid_cursor'],
  },
  changeCustomer: {
    ...shared,
    method: 'patch',
    path: '/admin/customers/:customerId',
    summary: 'Change the tags, note, metafields or tax exemption of a customer',
    description:
      'Absent members keep their values. With `If-Match`, the change is refused (412) if the customer has changed since.',
    permission: 'customers:write',
    request: { params, headers: ifMatchSchema, body: customerChangeBodySchema },
    responses: { 200: theCustomer },
    errors: ['not_found', 'precondition_failed', 'state_conflict'],
  },
  disableCustomer: {
    ...shared,
    method: 'post',
    path: '/admin/customers/:customerId/disable',
    summary: 'Disable a customer',
    description:
      'Ends all sessions; the customer cannot sign in until enabled again. Members of the staff are disabled under `/admin/staff`.',
    permission: 'customers:write',
    request: { params, body: reasonBodySchema },
    responses: { 200: theCustomer },
    errors: ['not_found', 'state_conflict'],
  },
  enableCustomer: {
    ...shared,
    method: 'post',
    path: '/admin/customers/:customerId/enable',
    summary: 'Enable a customer',
    description:
      'The customer can sign in again; not one whose address someone else has proved (`supersededAt`).',
    permission: 'customers:write',
    request: { params, body: reasonBodySchema },
    responses: { 200: theCustomer },
    errors: ['not_found', 'state_conflict'],
  },
  resetCustomerFactors: {
    ...shared,
    method: 'post',
    path: '/admin/customers/:customerId/reset-factors',
    summary: 'Remove the second factors of a customer',
    description:
      'For someone who has lost them: authenticator app, passkeys, backup codes and remembered devices. All sessions end, and a mail says so. For members of the staff under `/admin/staff`.',
    permission: 'customers:write',
    freshFactor: true,
    request: { params, body: reasonBodySchema },
    responses: { 200: theCustomer },
    errors: ['not_found', 'state_conflict', 'factor_missing'],
  },
  mergeCustomers: {
    ...shared,
    method: 'post',
    path: '/admin/customers/:customerId/merge',
    summary: 'Merge a duplicate into a customer',
    description:
      'Carts, orders and approvals, store credit, addresses, saved cards, groups and companies of `loserId` become those of the customer; the ledgers of the credit move as they are. In a company of both the role that may do more stays. Tags and metafields are those of both; note and tax exemption are the duplicate’s only where the customer has none. Of proved addresses what either said last about newsletters holds, for the customer’s alone. The account of the duplicate is closed, and its address is free for a new one; changes of the duplicate are refused (409) and name the survivor. One with a role of staff is refused, and so is a verified one where the customer is not verified. It cannot be undone.',
    permission: 'customers:merge',
    freshFactor: true,
    request: { params, body: customerMergeBodySchema },
    responses: { 200: theCustomer },
    errors: ['not_found', 'state_conflict'],
  },
});
