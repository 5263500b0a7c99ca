import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../../src/config/index.ts';
import { apiRoot } from '../../src/config/paths.ts';
import { createContainer, type Container } from '../../src/container.ts';
import { apiRoutes } from '../../src/routes/index.ts';
import { staffPermissions, type Permission } from '../../src/kernel/permissions.ts';
import type { Route } from '../../src/kernel/route.ts';

/**
 * Members of bodies that have the name of a column which the shop decides, with the reason why the
 * route may take it. Those who may call the route decide it, and no one else.
 */
const DECLARED: Readonly<Record<string, string>> = {
  'addCartItem.variantId': 'says which goods; anyone may buy each that is sold',
  'addProductImage.fileId': 'says which public picture; staff may show each that is there',
  'addCompanyLocation.vatId': 'is checked by staff, who may change companies',
  'adjustCredit.amount': 'is what staff with the permission for credit add or take',
  'changeCompanyLocation.vatId': 'is checked by staff, who may change companies',
  'changeCredit.expiresAt': 'is set by staff with the permission for credit',
  'changeRole.permissions': 'are at most those of the one who changes the role',
  'createApiKey.expiresAt': 'ends a key that its maker could leave without an end',
  'createApiKey.kind': 'says what the key is for',
  'createApiKey.permissions': 'are at most those of the one who makes the key',
  'changeMachineClient.expiresAt': 'ends a client; only who holds its permissions makes it later',
  'changeMachineClient.permissions': 'are at most those of the one who adds them',
  'createMachineClient.expiresAt': 'ends a client that its maker could leave without an end',
  'createMachineClient.permissions': 'are at most those of the one who makes the client',
  'createImport.uploadId': 'The file to import: any that staff have uploaded for an import.',
  'createInvitation.grantExpiresAt': 'When the roles end; no later than the inviter’s own.',
  'createRefund.amount': 'is at most what was captured, which one statement checks',
  'createRole.permissions': 'are at most those of the one who makes the role',
  'grantRole.expiresAt': 'ends a grant that could be left without an end',
  'issueCredit.amount': 'is what staff with the permission for credit issue',
  'issueCredit.customerId': 'says who gets the credit that staff issue',
  'issueCredit.expiresAt': 'is set by staff with the permission for credit',
  'issueCredit.kind': 'says what staff issue',
  'answerChallenge.cartId': 'names the cart of a guest, whose id is its secret, to be taken over',
  'createUpload.customerId': 'says whose the file is that staff bring',
  'uploadFile.customerId': 'says whose the file is that staff bring',
  'exchangeProviderCode.cartId':
    'names the cart of a guest, whose id is its secret, to be taken over',
  'signInByPasskey.cartId': 'names the cart of a guest, whose id is its secret, to be taken over',
  'login.cartId': 'names the cart of a guest, whose id is its secret, to be taken over',
  'mergeCart.cartId': 'names the cart of a guest, whose id is its secret, to be taken over',
  'putCompanyMember.role': 'is the role in a company, which staff give',
  'updateCart.companyLocationId': 'is one of a company that the customer is a member of',
  'updateCart.shippingOptionId': 'is one of those that the cart is offered',
};

/** Columns that say who someone is, what they may do, what something costs, or what has happened to it. */
const OF_THE_SHOP =
  /^(?:id|.+Id|.+At|.*[hH]ash|.*[sS]tatus|state|version|number|.*[aA]mount|.*[bB]alance|.*[pP]rice|.*[tT]otal|stock|role|permissions|builtIn|withheld|emailKey|actor.*|kind)$/;

/** Staff write these by hand, and customers do not. */
const OF_STAFF = /^(?:note|tags|metafields|status)$/;

const isOfTheShop = (member: string, permission: Permission) =>
  OF_THE_SHOP.test(member) || (OF_STAFF.test(member) && !isOfStaff.has(permission));

const isOfStaff: ReadonlySet<string> = new Set(staffPermissions);

let container: Container;
let bodies: { operation: string; permission: Permission; body: z.ZodType }[];
let columns: string[];

beforeAll(async () => {
  container = await createContainer(
    loadConfig({ NODE_ENV: 'test', DATABASE_URL: 'postgresql://127.0.0.1:1/none' }),
  );
  bodies = apiRoutes(container).flatMap(({ operationId, permission, request }: Route) =>
    alternativesOf(request.body).map((body) => ({ operation: operationId, permission, body })),
  );
  columns = columnsOfModels();
});
afterAll(() => container.close());

/** The schemas of a body that may have one of several. */
function alternativesOf(body: z.ZodType | undefined): z.ZodType[] {
  if (!body) return [];
  return body instanceof z.ZodUnion
    ? body.options.flatMap((option) => alternativesOf(option as z.ZodType))
    : [body];
}

/** The fields of all models of the Prisma schema, relations too. */
function columnsOfModels(): string[] {
  const folder = path.join(apiRoot, 'prisma/schema');
  const names = readdirSync(folder).flatMap((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return [...text.matchAll(/^model \w+ \{([^]*?)^\}/gm)].flatMap(([, fields = '']) =>
      [...fields.matchAll(/^ {2}(\w+) +[A-Z]/gm)].map(([, name = '']) => name),
    );
  });
  return [...new Set(names)];
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly type?: string;
  readonly [key: string]: unknown;
}

/** Every object in a schema that lists its members. */
function objectsIn(schema: unknown): JsonSchema[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const inside = Object.values(schema).flatMap(objectsIn);
  const object: JsonSchema = schema as JsonSchema;
  return typeof object.properties === 'object' ? [object, ...inside] : inside;
}

const jsonOf = (body: z.ZodType) =>
  z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/** The members that a body declares at its top. */
const membersOf = ({ properties = {} }: JsonSchema) => Object.keys(properties);

describe('The body of every write', () => {
  test('refuses each column of each table that it does not declare', () => {
    const taken: string[] = [];
    for (const { operation, body } of bodies) {
      const declared = new Set(membersOf(jsonOf(body)));
      for (const column of columns.filter((name) => !declared.has(name))) {
        const { error } = body.safeParse({ [column]: 'planted' });
        const refused = JSON.stringify(error?.issues ?? []);
        if (!refused.includes('unrecognized_keys') || !refused.includes(`"${column}"`)) {
          taken.push(`${operation}: ${column}`);
        }
      }
    }
    expect(taken).toEqual([]);
    expect(bodies.length).toBeGreaterThan(40);
    expect(columns).toEqual(expect.arrayContaining(['passwordHash', 'emailVerifiedAt', 'balance']));
  });

  test('refuses unknown members inside its objects, too', () => {
    const open = bodies.filter(({ body }) =>
      objectsIn(jsonOf(body)).some(({ additionalProperties }) => additionalProperties !== false),
    );
    expect(open.map(({ operation }) => operation)).toEqual([]);
  });

  test('declares a column that the shop decides for a reason that DECLARED lists', () => {
    const declared = bodies.flatMap(({ operation, permission, body }) =>
      membersOf(jsonOf(body))
        .filter((member) => columns.includes(member) && isOfTheShop(member, permission))
        .map((member) => `${operation}.${member}`),
    );
    expect([...new Set(declared)].toSorted()).toEqual(Object.keys(DECLARED).toSorted());
  });
});
