// Written by `npm run sql:types`, and not by hand.

/** The database's enumerations. */
export interface Enums {
  cart_status: 'open' | 'completed';
  fulfillment_status:
    'unfulfilled' | 'partially_fulfilled' | 'fulfilled' | 'delivered' | 'returned';
  inventory_policy: 'deny' | 'continue';
  order_payment_status:
    | 'unpaid'
    | 'authorized'
    | 'partially_paid'
    | 'paid'
    | 'partially_refunded'
    | 'refunded'
    | 'failed'
    | 'disputed';
  order_status: 'pending' | 'confirmed' | 'completed' | 'canceled' | 'expired';
  payment_status:
    | 'pending'
    | 'requires_action'
    | 'processing'
    | 'authorized'
    | 'succeeded'
    | 'failed'
    | 'canceled';
  product_status: 'draft' | 'active' | 'archived';
  refund_status: 'pending' | 'succeeded' | 'failed' | 'needs_person' | 'waiting';
  reservation_state: 'live' | 'committed' | 'released';
  shipping_rate_kind: 'flat' | 'weight';
  workflow_state:
    'running' | 'waiting' | 'succeeded' | 'compensated' | 'needs_person' | 'abandoned';
}

/** What PostgreSQL says of every statement: the types that it takes and gives. */
export interface Described {
  'carts.complete': { parameters: { cartId: 'text' }; row: {} };
  'carts.insert': {
    parameters: {
      id: 'text';
      currency: 'bpchar';
      customerId: 'text';
      expiresAt: 'timestamptz';
      agreedTotal: 'int8';
      lineIds: 'text[]';
      variantIds: 'text[]';
      quantities: 'int4[]';
      unitPrices: 'int8[]';
    };
    row: { id: 'text' };
  };
  'carts.lock': {
    parameters: {
      variantIds: 'text[]';
      everyTariff: 'bool';
      changes: 'jsonb';
      shopCountry: 'text';
      cartId: 'text';
      customerId: 'text';
    };
    row: {
      id: 'text';
      version: 'int4';
      status: 'cart_status';
      currency: 'bpchar';
      customerId: 'text | null';
      email: 'text | null';
      shippingAddress: 'jsonb | null';
      billingAddress: 'jsonb | null';
      shippingOptionId: 'text | null';
      promotionCodes: 'text[]';
      agreedTotal: 'int8 | null';
      expiresAt: 'timestamptz';
      snapshotVersion: 'int4';
      lines: 'json';
      wanted: 'json';
      tariffs: 'json';
      taxRate: 'json';
      sale: 'json';
    };
  };
  'carts.lockInTurn': {
    parameters: {
      variantIds: 'text[]';
      everyTariff: 'bool';
      clientKey: 'text';
      changes: 'jsonb';
      shopCountry: 'text';
      cartId: 'text';
      customerId: 'text';
    };
    row: {
      id: 'text';
      version: 'int4';
      status: 'cart_status';
      currency: 'bpchar';
      customerId: 'text | null';
      email: 'text | null';
      shippingAddress: 'jsonb | null';
      billingAddress: 'jsonb | null';
      shippingOptionId: 'text | null';
      promotionCodes: 'text[]';
      agreedTotal: 'int8 | null';
      expiresAt: 'timestamptz';
      snapshotVersion: 'int4';
      lines: 'json';
      wanted: 'json';
      tariffs: 'json';
      taxRate: 'json';
      sale: 'json';
      turns: 'json';
    };
  };
  'carts.newCartFacts': {
    parameters: { currency: 'bpchar'; variantIds: 'text[]'; shopCountry: 'bpchar' };
    row: { hasPrices: 'bool'; wanted: 'json'; taxRate: 'json' };
  };
  'carts.read': {
    parameters: {
      variantIds: 'text[]';
      everyTariff: 'bool';
      changes: 'jsonb';
      shopCountry: 'text';
      cartId: 'text';
      customerId: 'text';
    };
    row: {
      id: 'text';
      version: 'int4';
      status: 'cart_status';
      currency: 'bpchar';
      customerId: 'text | null';
      email: 'text | null';
      shippingAddress: 'jsonb | null';
      billingAddress: 'jsonb | null';
      shippingOptionId: 'text | null';
      promotionCodes: 'text[]';
      agreedTotal: 'int8 | null';
      expiresAt: 'timestamptz';
      snapshotVersion: 'int4';
      lines: 'json';
      wanted: 'json';
      tariffs: 'json';
      taxRate: 'json';
      sale: 'json';
    };
  };
  'carts.save': {
    parameters: {
      email: 'text';
      shippingAddress: 'jsonb';
      billingAddress: 'jsonb';
      shippingOptionId: 'text';
      promotionCodes: 'text[]';
      expiresAt: 'timestamptz';
      agreedTotal: 'int8';
      id: 'text';
      version: 'int4';
      removedIds: 'text[]';
      lineIds: 'text[]';
      variantIds: 'text[]';
      quantities: 'int4[]';
      unitPrices: 'int8[]';
    };
    row: { id: 'text' };
  };
  'inventory.commit': { parameters: { orderId: 'text'; firstId: 'text' }; row: {} };
  'inventory.release': { parameters: { orderId: 'text' }; row: {} };
  'inventory.reserve': {
    parameters: { variantIds: 'text[]'; quantities: 'int4[]'; firstId: 'text'; orderId: 'text' };
    row: { variantId: 'text'; requested: 'int4'; available: 'int4' };
  };
  'inventory.restock': { parameters: { orderId: 'text'; firstId: 'text' }; row: {} };
  'inventory.restockSome': {
    parameters: { variantIds: 'text[]'; quantities: 'int4[]'; orderId: 'text'; firstId: 'text' };
    row: {};
  };
  'orders.claimDue': { parameters: { asOf: 'timestamptz'; limit: 'int8' }; row: { id: 'text' } };
  'orders.clock': { parameters: {}; row: { now: 'text' } };
  'orders.countRefund': { parameters: { refundId: 'text' }; row: { isCounted: 'bool' } };
  'orders.create': {
    parameters: {
      id: 'text';
      cartId: 'text';
      customerId: 'text';
      status: 'order_status';
      paymentStatus: 'order_payment_status';
      currency: 'bpchar';
      email: 'text';
      subtotal: 'int8';
      discount: 'int8';
      shipping: 'int8';
      tax: 'int8';
      rounding: 'int8';
      total: 'int8';
      taxInclusive: 'bool';
      shippingAddress: 'jsonb';
      billingAddress: 'jsonb';
      shippingOption: 'jsonb';
      tokenHash: 'text';
      clientKey: 'text';
      expiresInMinutes: 'int4';
      locale: 'text';
      items: 'jsonb';
      payments: 'jsonb';
      orderHistoryId: 'text';
      reason: 'text';
      actor: 'text';
      requestId: 'text';
      paymentHistoryId: 'text';
      workflowId: 'text';
      perAddress: 'int4';
      perEmail: 'int4';
    };
    row: { number: 'int8'; ofAddress: 'json'; ofEmail: 'json' };
  };
  'orders.findByCart': { parameters: { cartId: 'text' }; row: { id: 'text' } };
  'orders.history': {
    parameters: { orderId: 'text' };
    row: {
      axis: 'text';
      from: 'text | null';
      to: 'text';
      reason: 'text';
      actor: 'text';
      at: 'timestamptz';
    };
  };
  'orders.lines': { parameters: { orderId: 'text' }; row: { variantId: 'text'; quantity: 'int4' } };
  'orders.putBackDue': { parameters: { ids: 'text[]' }; row: {} };
  'orders.read': {
    parameters: { orderId: 'text'; isPrivate: 'bool'; customerId: 'text'; tokenHash: 'text' };
    row: {
      id: 'text';
      number: 'int8';
      cartId: 'text';
      customerId: 'text | null';
      status: 'order_status';
      paymentStatus: 'order_payment_status';
      fulfillmentStatus: 'fulfillment_status';
      currency: 'bpchar';
      email: 'text';
      locale: 'text | null';
      subtotal: 'int8';
      discount: 'int8';
      shipping: 'int8';
      tax: 'int8';
      rounding: 'int8';
      total: 'int8';
      taxInclusive: 'bool';
      shippingAddress: 'jsonb | null';
      billingAddress: 'jsonb';
      shippingOption: 'jsonb | null';
      expiresAt: 'timestamptz | null';
      placedAt: 'timestamptz';
      updatedAt: 'timestamptz';
      items: 'json';
      payments: 'json';
      refunds: 'json';
    };
  };
  'orders.transition': {
    parameters: {
      orderId: 'text';
      order: 'text';
      payment: 'text';
      fulfillment: 'text';
      orderSources: 'text[]';
      paymentSources: 'text[]';
      fulfillmentSources: 'text[]';
      reason: 'text';
      actor: 'text';
      requestId: 'text';
      orderHistoryId: 'text';
      paymentHistoryId: 'text';
      fulfillmentHistoryId: 'text';
    };
    row: { id: 'text' };
  };
  'orders.uncountRefund': { parameters: { refundId: 'text' }; row: {} };
}
