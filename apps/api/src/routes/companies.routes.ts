import { z } from 'zod';
import type { ErrorCode } from '../kernel/errors.ts';
import { defineRoutes } from '../kernel/route.ts';
import {
  approvalListQuerySchema,
  approvalSchema,
  companyListQuerySchema,
  companyLocationParamsSchema,
  companyMemberParamsSchema,
  companyParamsSchema,
  companyPatchSchema,
  companySchema,
  locationPatchSchema,
  memberInputSchema,
  newCompanySchema,
  newLocationSchema,
  ownCompanySchema,
  quantityRulesInputSchema,
} from '../validators/companies.validator.ts';
import { ifMatchSchema, pageMetaSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'Companies', cache: 'private' } as const;
const reading = { ...shared, permission: 'companies:read' } as const;
const writing = { ...shared, permission: 'companies:write' } as const;

const theCompany = {
  description: 'The whole company.',
  schema: companySchema,
  tagged: true,
} as const;

const approvals = {
  description: 'A page of carts.',
  schema: z.array(approvalSchema),
  meta: pageMetaSchema,
} as const;

const conditional = 'With `If-Match`, the write is refused (412) if the company has changed since.';
const refused: readonly ErrorCode[] = ['not_found', 'precondition_failed'];

export const companyRoutes = defineRoutes({
  listCompanies: {
    ...reading,
    method: 'get',
    path: '/admin/companies',
    summary: 'List companies',
    description: 'Newest first.',
    request: { query: companyListQuerySchema },
    responses: {
      200: {
        description: 'A page of companies.',
        schema: z.array(companySchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['invalid_cursor'],
  },
  createCompany: {
    ...writing,
    method: 'post',
    path: '/admin/companies',
    summary: 'Create a company',
    description: 'Without locations and members, which are added next.',
    request: { body: newCompanySchema },
    responses: { 201: theCompany },
    errors: [],
  },
  getCompany: {
    ...reading,
    method: 'get',
    path: '/admin/companies/:companyId',
    summary: 'Get a company',
    request: { params: companyParamsSchema },
    responses: { 200: theCompany },
    errors: ['not_found'],
  },
  changeCompany: {
    ...writing,
    method: 'patch',
    path: '/admin/companies/:companyId',
    summary: 'Change a company',
    description: conditional,
    request: { params: companyParamsSchema, headers: ifMatchSchema, body: companyPatchSchema },
    responses: { 200: theCompany },
    errors: refused,
  },
  deleteCompany: {
    ...writing,
    method: 'delete',
    path: '/admin/companies/:companyId',
    summary: 'Delete a company',
    description:
      'With its locations, members and rules. Orders stay as they are; open carts for it cannot be checked out.',
    request: { params: companyParamsSchema },
    responses: { 200: { description: 'The company as it was.', schema: companySchema } },
    errors: ['not_found'],
  },
  addCompanyLocation: {
    ...writing,
    method: 'post',
    path: '/admin/companies/:companyId/locations',
    summary: 'Add a location to a company',
    description: conditional,
    request: { params: companyParamsSchema, headers: ifMatchSchema, body: newLocationSchema },
    responses: { 201: theCompany },
    errors: [...refused, 'company_limit_exceeded', 'vat_id_invalid'],
  },
  changeCompanyLocation: {
    ...writing,
    method: 'patch',
    path: '/admin/companies/:companyId/locations/:locationId',
    summary: 'Change a location of a company',
    description: `Null clears a member. What changes here changes no order. ${conditional}`,
    request: {
      params: companyLocationParamsSchema,
      headers: ifMatchSchema,
      body: locationPatchSchema,
    },
    responses: { 200: theCompany },
    errors: [...refused, 'vat_id_invalid'],
  },
  removeCompanyLocation: {
    ...writing,
    method: 'delete',
    path: '/admin/companies/:companyId/locations/:locationId',
    summary: 'Remove a location from a company',
    description: `Open carts for it cannot be checked out. ${conditional}`,
    request: { params: companyLocationParamsSchema, headers: ifMatchSchema },
    responses: { 200: theCompany },
    errors: refused,
  },
  putCompanyMember: {
    ...writing,
    method: 'put',
    path: '/admin/companies/:companyId/members/:customerId',
    summary: 'Set a member of a company',
    description: `A buyer buys up to their limit; approvers and admins also complete the carts of others. ${conditional}`,
    request: { params: companyMemberParamsSchema, headers: ifMatchSchema, body: memberInputSchema },
    responses: { 200: theCompany },
    errors: [...refused, 'company_limit_exceeded', 'state_conflict'],
  },
  removeCompanyMember: {
    ...writing,
    method: 'delete',
    path: '/admin/companies/:companyId/members/:customerId',
    summary: 'Remove a member from a company',
    description: conditional,
    request: { params: companyMemberParamsSchema, headers: ifMatchSchema },
    responses: { 200: theCompany },
    errors: [...refused, 'state_conflict'],
  },
  putQuantityRules: {
    ...writing,
    method: 'put',
    path: '/admin/companies/:companyId/quantity-rules',
    summary: 'Set the quantities in which a company buys',
    description: `The whole list: rules that it does not name are removed. ${conditional}`,
    request: {
      params: companyParamsSchema,
      headers: ifMatchSchema,
      body: quantityRulesInputSchema,
    },
    responses: { 200: theCompany },
    errors: [...refused, 'quantity_rule_invalid'],
  },
  listCompanyApprovals: {
    ...reading,
    method: 'get',
    path: '/admin/companies/:companyId/approvals',
    summary: 'List what waits for approval in a company',
    description: 'Carts whose checkout was refused with `approval_required`, the newest first.',
    request: { params: companyParamsSchema, query: approvalListQuerySchema },
    responses: { 200: approvals },
    errors: ['not_found', 'invalid_cursor'],
  },
  listOwnApprovals: {
    tag: 'My companies',
    cache: 'private',
    method: 'get',
    path: '/me/approvals',
    summary: 'List what waits for my approval',
    description:
      'Carts of other members whose checkout was refused with `approval_required`, in companies where the signed-in customer is an approver or admin; the newest first. To approve one, read it and check it out with its tag in `If-Match`. A cart that its customer changes is listed again once they have tried to check it out.',
    permission: 'companies:read:own',
    request: { query: approvalListQuerySchema },
    responses: { 200: approvals },
    errors: ['invalid_cursor'],
  },
  listOwnCompanies: {
    tag: 'My companies',
    cache: 'private',
    method: 'get',
    path: '/me/companies',
    summary: 'List my companies',
    description: 'Those that the signed-in customer buys for, with their locations and rules.',
    permission: 'companies:read:own',
    request: {},
    responses: { 200: { description: 'The companies.', schema: z.array(ownCompanySchema) } },
    errors: [],
  },
});
