import type { Container } from '../container.ts';
import { createCartsController } from '../controllers/carts.controller.ts';
import { createCategoriesController } from '../controllers/categories.controller.ts';
import { createCheckoutController } from '../controllers/checkout.controller.ts';
import { createCountriesController } from '../controllers/countries.controller.ts';
import { createCreditController } from '../controllers/credit.controller.ts';
import { createDisputesController } from '../controllers/disputes.controller.ts';
import { createDoctorController } from '../controllers/doctor.controller.ts';
import { createJobsController } from '../controllers/jobs.controller.ts';
import { createOrdersController } from '../controllers/orders.controller.ts';
import { createPaymentsController } from '../controllers/payments.controller.ts';
import { createProductsController } from '../controllers/products.controller.ts';
import { createRefundsController } from '../controllers/refunds.controller.ts';
import { createRootController } from '../controllers/root.controller.ts';
import { createSetupController } from '../controllers/setup.controller.ts';
import { createShopController } from '../controllers/shop.controller.ts';
import { createWorkflowsController } from '../controllers/workflows.controller.ts';
import { DOCUMENT_VERSION } from '../openapi/version.ts';
import { bindRoutes, type Route } from '../kernel/route.ts';
import { API_BASE } from './base.ts';
import { cartRoutes } from './carts.routes.ts';
import { categoryRoutes } from './categories.routes.ts';
import { checkoutRoutes } from './checkout.routes.ts';
import { countryRoutes } from './countries.routes.ts';
import { creditRoutes } from './credit.routes.ts';
import { disputeRoutes } from './disputes.routes.ts';
import { doctorRoutes } from './doctor.routes.ts';
import { jobRoutes } from './jobs.routes.ts';
import { orderRoutes } from './orders.routes.ts';
import { paymentRoutes } from './payments.routes.ts';
import { productRoutes } from './products.routes.ts';
import { refundRoutes } from './refunds.routes.ts';
import { rootRoutes } from './root.routes.ts';
import { setupRoutes } from './setup.routes.ts';
import { shopRoutes } from './shop.routes.ts';
import { workflowRoutes } from './workflows.routes.ts';

/**
 * Every route under /api/v1, in the order of a shopper's journey, which is also the document's
 * order.
 */
export function apiRoutes({ services }: Container): Route[] {
  return [
    ...bindRoutes(rootRoutes, createRootController({ base: API_BASE, version: DOCUMENT_VERSION })),
    ...bindRoutes(shopRoutes, createShopController(services)),
    ...bindRoutes(productRoutes, createProductsController(services)),
    ...bindRoutes(categoryRoutes, createCategoriesController(services)),
    ...bindRoutes(countryRoutes, createCountriesController(services)),
    ...bindRoutes(cartRoutes, createCartsController(services)),
    ...bindRoutes(checkoutRoutes, createCheckoutController(services)),
    ...bindRoutes(orderRoutes, createOrdersController(services)),
    ...bindRoutes(paymentRoutes, createPaymentsController(services)),
    ...bindRoutes(refundRoutes, createRefundsController(services)),
    ...bindRoutes(creditRoutes, createCreditController(services)),
    ...bindRoutes(disputeRoutes, createDisputesController(services)),
    ...bindRoutes(workflowRoutes, createWorkflowsController(services)),
    ...bindRoutes(jobRoutes, createJobsController(services)),
    ...bindRoutes(doctorRoutes, createDoctorController(services)),
    ...bindRoutes(setupRoutes, createSetupController(services)),
  ];
}
