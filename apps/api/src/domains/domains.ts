import { audit } from './audit.domain.ts';
import { apiKeys } from './apiKeys.domain.ts';
import { auth } from './auth.domain.ts';
import { carts } from './carts.domain.ts';
import { categories } from './categories.domain.ts';
import { checkout } from './checkout.domain.ts';
import { consents } from './consents.domain.ts';
import { companies } from './companies.domain.ts';
import { countries } from './countries.domain.ts';
import { credit } from './credit.domain.ts';
import { customerGroups } from './customerGroups.domain.ts';
import { customers } from './customers.domain.ts';
import { dataRequests } from './dataRequests.domain.ts';
import { disputes } from './disputes.domain.ts';
import { doctor } from './doctor.domain.ts';
import { factors } from './factors.domain.ts';
import { idempotency } from './idempotency.domain.ts';
import { catalogExport } from './catalogExport.domain.ts';
import { imports } from './imports.domain.ts';
import { inventory } from './inventory.domain.ts';
import { invitations } from './invitations.domain.ts';
import { jobs } from './jobs.domain.ts';
import { limits } from './limits.domain.ts';
import { machineClients } from './machineClients.domain.ts';
import { media } from './media.domain.ts';
import { orders } from './orders.domain.ts';
import { passwords } from './passwords.domain.ts';
import { paymentMethods } from './paymentMethods.domain.ts';
import { payments } from './payments.domain.ts';
import { platform } from './platform.domain.ts';
import { preferences } from './preferences.domain.ts';
import { productImages } from './productImages.domain.ts';
import { products } from './products.domain.ts';
import { profile } from './profile.domain.ts';
import { proofOfWork } from './proofOfWork.domain.ts';
import { reconciliation } from './reconciliation.domain.ts';
import { refunds } from './refunds.domain.ts';
import { roles } from './roles.domain.ts';
import { root } from './root.domain.ts';
import { setup } from './setup.domain.ts';
import { shipping } from './shipping.domain.ts';
import { staff } from './staff.domain.ts';
import { signInProviders } from './signInProviders.domain.ts';
import { tax } from './tax.domain.ts';
import { webhooks } from './webhooks.domain.ts';
import { workflows } from './workflows.domain.ts';

/** Every domain, in the order of a shopper's journey, then staff, then machines: the document's order. */
export const domains = [
  platform,
  idempotency,
  limits,
  proofOfWork,
  root,
  products,
  catalogExport,
  productImages,
  media,
  categories,
  countries,
  imports,
  inventory,
  shipping,
  tax,
  carts,
  checkout,
  orders,
  payments,
  refunds,
  disputes,
  credit,
  auth,
  signInProviders,
  factors,
  passwords,
  customers,
  customerGroups,
  profile,
  paymentMethods,
  consents,
  dataRequests,
  companies,
  roles,
  staff,
  invitations,
  preferences,
  apiKeys,
  machineClients,
  workflows,
  jobs,
  audit,
  webhooks,
  doctor,
  setup,
  reconciliation,
] as const;
