import { z } from 'zod';
import { pageMetaSchema } from '../validators/shared.validator.ts';
import { defineRoutes } from '../kernel/route.ts';
import { reasonBodySchema } from '../validators/admin.validator.ts';
import {
  dataRequestCustomerParamsSchema,
  dataRequestListQuerySchema,
  dataRequestParamsSchema,
  dataRequestSchema,
  downloadSchema,
  erasureBodySchema,
  openExportBodySchema,
  ownDataRequestSchema,
  staffErasureBodySchema,
} from '../validators/dataRequests.validator.ts';

const own = { tag: 'Your data', cache: 'private' } as const;
const staff = { tag: 'Data requests', cache: 'private' } as const;
const params = dataRequestCustomerParamsSchema;

export const dataRequestRoutes = defineRoutes({
  requestDataExport: {
    ...own,
    method: 'post',
    path: '/me/data-export',
    summary: 'Ask for a copy of your data',
    description:
      'A job makes a zip of NDJSON files with all that the shop has of you, and a mail with a link to it follows; the link works for 7 days. While one is being made, and for an hour after, the same request is returned.',
    permission: 'dataExports:write:own',
    request: {},
    responses: { 202: { description: 'The request.', schema: ownDataRequestSchema } },
    errors: [],
  },
  getDataExport: {
    ...own,
    method: 'get',
    path: '/me/data-export/:requestId',
    summary: 'Get a data export',
    description: '`download` is there once `state` is `done`.',
    permission: 'dataExports:read:own',
    request: { params: dataRequestParamsSchema },
    responses: { 200: { description: 'The request.', schema: ownDataRequestSchema } },
    errors: ['not_found'],
  },
  openDataExport: {
    ...own,
    method: 'post',
    path: '/data-exports/open',
    summary: 'Open the link of a data export',
    description:
      'Exchanges the token of the mail, which works for 7 days, for an address that works for minutes. A POST, so that the token appears in no log.',
    permission: 'public',
    limit: { class: 'codes', per: 'token' },
    links: { 'open-data-export': { title: 'The download of a data export (POST)' } },
    request: { body: openExportBodySchema },
    responses: { 200: { description: 'Where to fetch it.', schema: downloadSchema } },
    errors: ['not_found'],
  },
  requestErasure: {
    ...own,
    method: 'post',
    path: '/me/erasure',
    summary: 'Have your data erased',
    description:
      'Ends all sessions at once and erases within the hour; it cannot be taken back. Needs a sign-in or a second factor of the last minutes (`POST /auth/step-up`). Refused while an order is unpaid, unshipped, disputed or being refunded, and while store credit is left unless `forfeitCredit` is true: `errors` names each, with the id of the order in `path`. Amounts, taxes and the country of orders stay, and that the address wants no newsletter.',
    permission: 'erasures:write:own',
    freshFactor: true,
    request: { body: erasureBodySchema },
    responses: { 202: { description: 'The request.', schema: dataRequestSchema } },
    errors: ['erasure_blocked', 'state_conflict'],
  },
  listAllDataRequests: {
    ...staff,
    method: 'get',
    path: '/admin/data-requests',
    summary: 'List data requests',
    description: 'Of all customers, newest first.',
    permission: 'customers:export',
    request: { query: dataRequestListQuerySchema },
    responses: {
      200: {
        description: 'A page of requests.',
        schema: z.array(dataRequestSchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['invalid_cursor'],
  },
  listDataRequests: {
    ...staff,
    method: 'get',
    path: '/admin/customers/:customerId/data-requests',
    summary: "List a customer's data requests",
    description: 'The latest hundred, newest first.',
    permission: 'customers:export',
    request: { params },
    responses: {
      200: { description: 'The requests.', schema: z.array(dataRequestSchema) },
    },
    errors: ['not_found'],
  },
  exportCustomer: {
    ...staff,
    method: 'post',
    path: '/admin/customers/:customerId/data-export',
    summary: 'Send a customer a copy of their data',
    description: 'The link is mailed to the customer; staff do not get it.',
    permission: 'customers:export',
    freshFactor: true,
    request: { params, body: reasonBodySchema },
    responses: { 202: { description: 'The request.', schema: dataRequestSchema } },
    errors: ['not_found', 'state_conflict'],
  },
  eraseCustomer: {
    ...staff,
    method: 'post',
    path: '/admin/customers/:customerId/erasure',
    summary: "Erase a customer's data",
    description:
      'As when the customer asks for it; with `assumeShipped`, paid orders that the shop has not recorded as shipped do not block it. It cannot be taken back.',
    permission: 'customers:erase',
    freshFactor: true,
    request: { params, body: staffErasureBodySchema },
    responses: { 202: { description: 'The request.', schema: dataRequestSchema } },
    errors: ['not_found', 'erasure_blocked', 'state_conflict'],
  },
});
