import { z } from 'zod';
import { MAX_ADDRESSES } from '../domains/profile.limits.ts';
import { defineRoutes } from '../kernel/route.ts';
import {
  addressParamsSchema,
  addressPatchSchema,
  newAddressSchema,
  profilePatchSchema,
  profileSchema,
  savedAddressSchema,
} from '../validators/profile.validator.ts';
import { ifMatchSchema, ifNoneMatchSchema } from '../validators/shared.validator.ts';

const common = { tag: 'My account', cache: 'private' } as const;

const theProfile = {
  description: 'The profile.',
  schema: profileSchema,
  tagged: true,
} as const;
const theAddress = {
  description: 'The entry of the address book.',
  schema: savedAddressSchema,
  tagged: true,
} as const;

const conditional = 'With `If-Match`, the write is refused (412) if it has changed since.';

/** A customer's profile and address book. */
export const profileRoutes = defineRoutes({
  getProfile: {
    ...common,
    method: 'get',
    path: '/me',
    summary: 'Get my profile',
    permission: 'profile:read:own',
    request: { headers: ifNoneMatchSchema },
    responses: {
      200: theProfile,
      304: { description: 'The profile still matches `If-None-Match`.' },
    },
    errors: [],
  },
  updateProfile: {
    ...common,
    method: 'patch',
    path: '/me',
    summary: 'Update my profile',
    description: `Null clears a member. The e-mail address changes only once the new one is proved: see \`POST /auth/change-email\`. ${conditional}`,
    permission: 'profile:write:own',
    request: { headers: ifMatchSchema, body: profilePatchSchema },
    responses: { 200: theProfile },
    errors: ['precondition_failed'],
  },
  listAddresses: {
    ...common,
    method: 'get',
    path: '/me/addresses',
    summary: 'List my addresses',
    description: `The whole address book, newest first: at most ${MAX_ADDRESSES} entries.`,
    permission: 'addresses:read:own',
    request: {},
    responses: {
      200: { description: 'The address book.', schema: z.array(savedAddressSchema) },
    },
    errors: [],
  },
  createAddress: {
    ...common,
    method: 'post',
    path: '/me/addresses',
    summary: 'Save an address',
    description: `At most ${MAX_ADDRESSES}. The address follows the rules of its country, as that of a cart does.`,
    permission: 'addresses:write:own',
    request: { body: newAddressSchema },
    responses: { 201: theAddress },
    errors: ['address_limit_exceeded'],
  },
  getAddress: {
    ...common,
    method: 'get',
    path: '/me/addresses/:addressId',
    summary: 'Get one of my addresses',
    permission: 'addresses:read:own',
    request: { params: addressParamsSchema, headers: ifNoneMatchSchema },
    responses: {
      200: theAddress,
      304: { description: 'The entry still matches `If-None-Match`.' },
    },
    errors: ['not_found'],
  },
  updateAddress: {
    ...common,
    method: 'patch',
    path: '/me/addresses/:addressId',
    summary: 'Update one of my addresses',
    description: `\`address\` replaces the whole address. Carts and orders that have a copy stay as they are. ${conditional}`,
    permission: 'addresses:write:own',
    request: { params: addressParamsSchema, headers: ifMatchSchema, body: addressPatchSchema },
    responses: { 200: theAddress },
    errors: ['not_found', 'precondition_failed'],
  },
  removeAddress: {
    ...common,
    method: 'delete',
    path: '/me/addresses/:addressId',
    summary: 'Remove one of my addresses',
    description: `Answers with the entry as it was. ${conditional}`,
    permission: 'addresses:write:own',
    request: { params: addressParamsSchema, headers: ifMatchSchema },
    responses: { 200: { description: 'The entry as it was.', schema: savedAddressSchema } },
    errors: ['not_found', 'precondition_failed'],
  },
});
