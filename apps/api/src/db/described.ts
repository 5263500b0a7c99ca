// Written by `npm run sql:types`, and not by hand.

/** The database's enumerations. */
export interface Enums {
  cart_status: 'open' | 'completed';
  company_role: 'buyer' | 'approver' | 'admin';
  exemption_reason:
    'reverse_charge' | 'resale' | 'nonprofit' | 'government' | 'diplomatic' | 'other';
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
  user_status: 'active' | 'disabled' | 'erased';
  vat_status: 'unverified' | 'valid' | 'invalid';
  workflow_state:
    'running' | 'waiting' | 'succeeded' | 'compensated' | 'needs_person' | 'abandoned';
}

/** What PostgreSQL says of every statement: the types that it takes and gives. */
export interface Described {
  'apiKeys.findByHash': {
    parameters: { hash: 'text' };
    row: {
      id: 'text';
      kind: 'text';
      permissions: 'text[]';
      salesChannel: 'text | null';
      origins: 'text[]';
      ownerId: 'text | null';
      ownerRoles: 'json';
      expiresAt: 'timestamptz';
      changesAt: 'timestamptz';
    };
  };
  'apiKeys.findById': {
    parameters: { id: 'text' };
    row: {
      id: 'text';
      kind: 'text';
      permissions: 'text[]';
      salesChannel: 'text | null';
      origins: 'text[]';
      ownerId: 'text | null';
      ownerRoles: 'json';
      expiresAt: 'timestamptz | null';
      changesAt: 'timestamptz';
    };
  };
  'apiKeys.lock': { parameters: { id: 'text' }; row: { id: 'text' } };
  'apiKeys.owner': { parameters: { id: 'text' }; row: { ownerId: 'text | null' } };
  'apiKeys.revoke': { parameters: { id: 'text' }; row: { id: 'text'; kind: 'text' } };
  'apiKeys.rotate': {
    parameters: {
      overlapMinutes: 'int4';
      hash: 'text';
      publicKey: 'text';
      lastFour: 'text';
      id: 'text';
    };
    row: { id: 'text' };
  };
  'apiKeys.take': { parameters: { ownerId: 'text'; id: 'text' }; row: { id: 'text' } };
  'apiKeys.touch': { parameters: { id: 'text' }; row: {} };
  'audit.erase': { parameters: { subjects: 'text[]'; actors: 'text[]' }; row: { id: 'text' } };
  'audit.hashSeal': {
    parameters: {
      number: 'int8';
      previousHash: 'text';
      entries: 'int4';
      contentHash: 'text';
      keyId: 'text';
      createdAt: 'timestamptz';
    };
    row: { hash: 'text' };
  };
  'audit.head': {
    parameters: {};
    row: { number: 'int8'; hash: 'text'; keyId: 'text'; createdAt: 'timestamptz' };
  };
  'audit.insertSeal': {
    parameters: {
      number: 'int8';
      previousHash: 'text';
      entries: 'int4';
      contentHash: 'text';
      hash: 'text';
      keyId: 'text';
      signature: 'text';
      createdAt: 'timestamptz';
    };
    row: {};
  };
  'audit.lockChain': { parameters: {}; row: { pg_advisory_xact_lock: 'void' } };
  'audit.record': {
    parameters: {
      id: 'text';
      actor: 'text';
      action: 'text';
      subject: 'text';
      reason: 'text';
      details: 'jsonb';
      before: 'jsonb';
      after: 'jsonb';
      ip: 'text';
      requestId: 'text';
    };
    row: {};
  };
  'audit.recordOfStaff': {
    parameters: {
      id: 'text';
      actor: 'text';
      action: 'text';
      subject: 'text';
      reason: 'text';
      details: 'jsonb';
      before: 'jsonb';
      after: 'jsonb';
      ip: 'text';
      requestId: 'text';
      userId: 'text';
    };
    row: {};
  };
  'audit.seal': { parameters: { number: 'int8'; hash: 'text' }; row: { number: 'int8' } };
  'audit.sealEntries': {
    parameters: { limit: 'int8'; number: 'int8' };
    row: { entries: 'int4'; contentHash: 'text' };
  };
  'audit.signatures': {
    parameters: { after: 'int8'; limit: 'int8' };
    row: { number: 'int8'; hash: 'text'; keyId: 'text'; signature: 'text' };
  };
  'auth.account': {
    parameters: { sessionId: 'text' };
    row: {
      userId: 'text';
      email: 'text';
      isVerified: 'bool';
      firstName: 'text | null';
      lastName: 'text | null';
      locale: 'text | null';
      userCreatedAt: 'timestamptz';
      customerId: 'text';
      sessionId: 'text';
      mode: 'text';
      userAgent: 'text | null';
      ip: 'text | null';
      createdAt: 'timestamptz';
      lastSeenAt: 'timestamptz';
      expiresAt: 'timestamptz';
    };
  };
  'auth.announce_session': { parameters: { sessionId: 'text' }; row: {} };
  'auth.candidates': {
    parameters: { emailKey: 'text'; limit: 'int8' };
    row: {
      userId: 'text';
      passwordHash: 'text | null';
      passwordChangedAt: 'timestamptz | null';
      isVerified: 'bool';
    };
  };
  'auth.count_attempt': {
    parameters: { keys: 'text[]'; free: 'int4[]' };
    row: { counted: 'int4'; secondsLeft: 'int4' };
  };
  'auth.credentials': {
    parameters: { userId: 'text' };
    row: { email: 'text'; passwordHash: 'text | null' };
  };
  'auth.first_sign_in': { parameters: { userId: 'text' }; row: {} };
  'auth.forget_failures': { parameters: { account: 'text' }; row: {} };
  'auth.holder': { parameters: { tokenHash: 'text' }; row: { userId: 'text' } };
  'auth.issue_token': {
    parameters: {
      userId: 'text';
      purpose: 'text';
      email: 'text';
      pauseSeconds: 'int4';
      id: 'text';
      hash: 'text';
      seconds: 'int4';
    };
    row: { id: 'text' };
  };
  'auth.lock_address': { parameters: { emailKey: 'text' }; row: { pg_advisory_xact_lock: 'void' } };
  'auth.lock_announcements': {
    parameters: { userId: 'text' };
    row: { pg_advisory_xact_lock: 'void' };
  };
  'auth.lock_unused': { parameters: { limit: 'int8' }; row: { id: 'text' } };
  'auth.mailed': {
    parameters: { email: 'text'; onlyUnproved: 'bool'; asking: 'text' };
    row: { userId: 'text'; isProved: 'bool' };
  };
  'auth.mark_authenticated': { parameters: { sessionId: 'text' }; row: {} };
  'auth.open_session': {
    parameters: {
      userId: 'text';
      isPasswordKnown: 'bool';
      passwordChangedAt: 'timestamptz';
      sessionId: 'text';
      mode: 'text';
      userAgent: 'text';
      ip: 'text';
      factorAt: 'timestamptz';
      tokenHash: 'text';
    };
    row: {
      userId: 'text';
      email: 'text';
      isVerified: 'bool';
      firstName: 'text | null';
      lastName: 'text | null';
      locale: 'text | null';
      userCreatedAt: 'timestamptz';
      customerId: 'text';
      sessionId: 'text';
      mode: 'text';
      userAgent: 'text | null';
      ip: 'text | null';
      createdAt: 'timestamptz';
      lastSeenAt: 'timestamptz';
      expiresAt: 'timestamptz';
    };
  };
  'auth.password_change': {
    parameters: { userId: 'text' };
    row: { passwordChangedAt: 'timestamptz | null' };
  };
  'auth.prove_address': {
    parameters: { userId: 'text'; email: 'text'; keepsPassword: 'bool'; isHolder: 'bool' };
    row: { customerId: 'text'; isFirst: 'bool' };
  };
  'auth.purge_customers': { parameters: { ids: 'text[]' }; row: {} };
  'auth.purge_failures': { parameters: { limit: 'int8' }; row: {} };
  'auth.purge_refresh_tokens': { parameters: { limit: 'int8' }; row: {} };
  'auth.purge_sessions': { parameters: { limit: 'int8' }; row: {} };
  'auth.purge_user_tokens': { parameters: { limit: 'int8' }; row: {} };
  'auth.purge_users': { parameters: { ids: 'text[]' }; row: {} };
  'auth.refresh': {
    parameters: { hash: 'text'; ip: 'text'; userAgent: 'text'; nextHash: 'text' };
    row: {
      userId: 'text';
      email: 'text';
      isVerified: 'bool';
      firstName: 'text | null';
      lastName: 'text | null';
      locale: 'text | null';
      userCreatedAt: 'timestamptz';
      customerId: 'text';
      sessionId: 'text';
      mode: 'text';
      userAgent: 'text | null';
      ip: 'text | null';
      createdAt: 'timestamptz';
      lastSeenAt: 'timestamptz';
      expiresAt: 'timestamptz';
    };
  };
  'auth.refresh_again': {
    parameters: { nextHash: 'text'; hash: 'text' };
    row: {
      userId: 'text';
      email: 'text';
      isVerified: 'bool';
      firstName: 'text | null';
      lastName: 'text | null';
      locale: 'text | null';
      userCreatedAt: 'timestamptz';
      customerId: 'text';
      sessionId: 'text';
      mode: 'text';
      userAgent: 'text | null';
      ip: 'text | null';
      createdAt: 'timestamptz';
      lastSeenAt: 'timestamptz';
      expiresAt: 'timestamptz';
    };
  };
  'auth.rehash': { parameters: { hash: 'text'; userId: 'text'; before: 'text' }; row: {} };
  'auth.revoke_reused': {
    parameters: { hash: 'text' };
    row: { sessionId: 'text'; userId: 'text' };
  };
  'auth.revoke_sessions': {
    parameters: { reason: 'text'; userId: 'text'; sessionId: 'text'; exceptId: 'text' };
    row: {};
  };
  'auth.sessions': {
    parameters: { userId: 'text'; limit: 'int8' };
    row: {
      sessionId: 'text';
      mode: 'text';
      userAgent: 'text | null';
      ip: 'text | null';
      createdAt: 'timestamptz';
      lastSeenAt: 'timestamptz';
      expiresAt: 'timestamptz';
    };
  };
  'auth.set_password': {
    parameters: { hash: 'text'; userId: 'text'; email: 'text'; before: 'text' };
    row: {};
  };
  'auth.sign_out': {
    parameters: { reason: 'text'; sessionId: 'text'; tokenHash: 'text' };
    row: { sessionId: 'text'; userId: 'text' };
  };
  'auth.supersede': { parameters: { email: 'text'; userId: 'text' }; row: { userId: 'text' } };
  'auth.take_token': {
    parameters: { hash: 'text'; purpose: 'text' };
    row: { userId: 'text'; email: 'text' };
  };
  'auth.token': {
    parameters: { hash: 'text'; purpose: 'text' };
    row: {
      userId: 'text';
      email: 'text';
      passwordHash: 'text | null';
      isValid: 'bool';
      isProved: 'bool';
      isSpent: 'bool';
    };
  };
  'auth.undo_attempt': {
    parameters: { forgets: 'bool'; account: 'text'; network: 'text' };
    row: {};
  };
  'auth.unproved': {
    parameters: { email: 'text'; linked: 'text'; limit: 'int8' };
    row: { userId: 'text'; passwordHash: 'text | null' };
  };
  'auth.void_tokens': { parameters: { userId: 'text'; purpose: 'text' }; row: {} };
  'carts.adopt': {
    parameters: { customerId: 'text'; expiresAt: 'timestamptz'; cartId: 'text' };
    row: {};
  };
  'carts.approvalVersion': { parameters: { id: 'text' }; row: { approvalVersion: 'int4 | null' } };
  'carts.askApproval': { parameters: { id: 'text'; version: 'int4' }; row: {} };
  'carts.closeMerged': { parameters: { cartId: 'text'; intoId: 'text' }; row: {} };
  'carts.complete': { parameters: { cartId: 'text' }; row: {} };
  'carts.findOwn': {
    parameters: { salesChannel: 'text'; customerId: 'text'; currency: 'text' };
    row: { id: 'text' };
  };
  'carts.followApproval': { parameters: { after: 'int4'; id: 'text'; before: 'int4' }; row: {} };
  'carts.insert': {
    parameters: {
      id: 'text';
      currency: 'bpchar';
      customerId: 'text';
      salesChannel: 'text';
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
      customerId: 'text';
      changes: 'jsonb';
      shopCountry: 'text';
      cartId: 'text';
      salesChannel: 'text';
    };
    row: {
      id: 'text';
      version: 'int4';
      status: 'cart_status';
      currency: 'bpchar';
      customerId: 'text | null';
      salesChannel: 'text | null';
      email: 'text | null';
      companyLocationId: 'text | null';
      purchaseOrderNumber: 'text | null';
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
      company: 'json';
      customerExemption: 'jsonb';
      orderedPrices: 'json';
    };
  };
  'carts.lockForCheckout': {
    parameters: {
      variantIds: 'text[]';
      everyTariff: 'bool';
      customerId: 'text';
      clientKey: 'text';
      changes: 'jsonb';
      shopCountry: 'text';
      cartId: 'text';
      salesChannel: 'text';
    };
    row: {
      id: 'text';
      version: 'int4';
      status: 'cart_status';
      currency: 'bpchar';
      customerId: 'text | null';
      salesChannel: 'text | null';
      email: 'text | null';
      companyLocationId: 'text | null';
      purchaseOrderNumber: 'text | null';
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
      company: 'json';
      customerExemption: 'jsonb';
      orderedPrices: 'json';
      clientLocks: 'json';
    };
  };
  'carts.lockGuest': {
    parameters: { cartId: 'text'; salesChannel: 'text' };
    row: { status: 'cart_status'; customerId: 'text | null'; mergedIntoId: 'text | null' };
  };
  'carts.lockMerges': { parameters: { customerId: 'text' }; row: { locked: 'text' } };
  'carts.newCartFacts': {
    parameters: {
      currency: 'bpchar';
      variantIds: 'text[]';
      shopCountry: 'bpchar';
      customerId: 'text';
    };
    row: { hasPrices: 'bool'; wanted: 'json'; taxRate: 'json'; customerExemption: 'jsonb' };
  };
  'carts.read': {
    parameters: {
      variantIds: 'text[]';
      everyTariff: 'bool';
      customerId: 'text';
      changes: 'jsonb';
      shopCountry: 'text';
      cartId: 'text';
      salesChannel: 'text';
    };
    row: {
      id: 'text';
      version: 'int4';
      status: 'cart_status';
      currency: 'bpchar';
      customerId: 'text | null';
      salesChannel: 'text | null';
      email: 'text | null';
      companyLocationId: 'text | null';
      purchaseOrderNumber: 'text | null';
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
      company: 'json';
      customerExemption: 'jsonb';
      orderedPrices: 'json';
    };
  };
  'carts.save': {
    parameters: {
      email: 'text';
      shippingAddress: 'jsonb';
      billingAddress: 'jsonb';
      shippingOptionId: 'text';
      companyLocationId: 'text';
      purchaseOrderNumber: 'text';
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
  'catalogExport.categories': {
    parameters: {};
    row: { id: 'text'; parentId: 'text | null'; name: 'text' };
  };
  'catalogExport.productColumns': {
    parameters: {};
    row: { metafields: 'json'; extras: 'json'; currencies: 'json' };
  };
  'catalogExport.products': {
    parameters: {
      after: 'text';
      status: 'product_status';
      vendor: 'text';
      type: 'text';
      tag: 'text';
      category: 'text';
      collection: 'text';
      take: 'int8';
      maxVariants: 'int4';
    };
    row: { product: 'json' };
  };
  'catalogExport.stock': {
    parameters: { after: 'text'; take: 'int8'; maxVariants: 'int4' };
    row: { id: 'text'; handle: 'text'; title: 'text'; optionNames: 'json'; levels: 'json' };
  };
  'catalogExport.variantColumns': {
    parameters: {};
    row: { extras: 'json'; costCurrencies: 'json' };
  };
  'categories.all': {
    parameters: {};
    row: { id: 'text'; handle: 'text'; name: 'text'; path: 'text'; parentId: 'text | null' };
  };
  'checkout.savedMethod': {
    parameters: { id: 'text'; customerId: 'text'; provider: 'text' };
    row: { id: 'text' };
  };
  'collections.all': {
    parameters: {};
    row: { id: 'text'; handle: 'text'; title: 'text'; description: 'text' };
  };
  'companies.approvals': {
    parameters: { companyId: 'text'; approverId: 'text'; id: 'text'; isBack: 'bool'; take: 'int8' };
    row: {
      id: 'text';
      version: 'int4';
      companyId: 'text';
      companyName: 'text';
      locationId: 'text';
      locationName: 'text';
      customerId: 'text | null';
      firstName: 'text | null';
      lastName: 'text | null';
      purchaseOrderNumber: 'text | null';
      currency: 'bpchar';
      total: 'int8';
      askedAt: 'timestamptz | null';
    };
  };
  'companies.lock': { parameters: { id: 'text' }; row: { id: 'text' } };
  'companies.lockCustomer': {
    parameters: { id: 'text' };
    row: { mergedIntoId: 'text | null'; status: 'text' };
  };
  'consents.askConfirmation': {
    parameters: { id: 'text'; email: 'text'; topics: 'text[]'; locale: 'text' };
    row: { id: 'text' };
  };
  'consents.confirm': {
    parameters: { id: 'text' };
    row: { email: 'text'; topics: 'text[] | null' };
  };
  'consents.current': {
    parameters: { email: 'text' };
    row: {
      id: 'text';
      topic: 'text';
      state: 'text';
      level: 'text';
      wording: 'text';
      source: 'text';
      at: 'timestamptz';
    };
  };
  'consents.import': { parameters: { rows: 'json' }; row: { id: 'text' } };
  'credit.change': {
    parameters: { isDisabled: 'bool'; changesExpiry: 'bool'; expiresAt: 'timestamptz'; id: 'text' };
    row: {
      id: 'text';
      kind: 'text';
      lastFour: 'text | null';
      customerId: 'text | null';
      currency: 'bpchar';
      balance: 'int8';
      expiresAt: 'timestamptz | null';
      disabledAt: 'timestamptz | null';
      createdAt: 'timestamptz';
    };
  };
  'credit.entry': {
    parameters: {
      kind: 'text';
      actor: 'text';
      note: 'text';
      ids: 'text[]';
      accountIds: 'text[]';
      amounts: 'int8[]';
      references: 'text[]';
    };
    row: {};
  };
  'credit.findByCode': {
    parameters: { codeHash: 'text' };
    row: {
      id: 'text';
      kind: 'text';
      lastFour: 'text | null';
      customerId: 'text | null';
      currency: 'bpchar';
      balance: 'int8';
      expiresAt: 'timestamptz | null';
      disabledAt: 'timestamptz | null';
      createdAt: 'timestamptz';
    };
  };
  'credit.lock': {
    parameters: { id: 'text' };
    row: {
      id: 'text';
      kind: 'text';
      lastFour: 'text | null';
      customerId: 'text | null';
      currency: 'bpchar';
      balance: 'int8';
      expiresAt: 'timestamptz | null';
      disabledAt: 'timestamptz | null';
      createdAt: 'timestamptz';
    };
  };
  'credit.lockCustomer': {
    parameters: { customerId: 'text' };
    row: { mergedIntoId: 'text | null'; status: 'text' };
  };
  'credit.lockSpendable': {
    parameters: { codeHashes: 'text[]'; customerId: 'text'; currency: 'bpchar' };
    row: {
      id: 'text';
      kind: 'text';
      lastFour: 'text | null';
      customerId: 'text | null';
      currency: 'bpchar';
      balance: 'int8';
      expiresAt: 'timestamptz | null';
      disabledAt: 'timestamptz | null';
      createdAt: 'timestamptz';
      codeHash: 'text | null';
      hasLapsed: 'bool';
    };
  };
  'credit.lockUsable': {
    parameters: { accountIds: 'text[]' };
    row: { id: 'text'; balance: 'int8' };
  };
  'credit.reopen': {
    parameters: { graceDays: 'int4'; id: 'text' };
    row: { disabledAt: 'timestamptz | null' };
  };
  'customerGroups.applyRule': {
    parameters: {
      after: 'text';
      limit: 'int8';
      hasRule: 'bool';
      tag: 'text';
      minOrders: 'int4';
      minSpent: 'int8';
      currency: 'text';
      country: 'text';
      id: 'text';
    };
    row: { last: 'text'; joined: 'text[]'; left: 'text[]' };
  };
  'customerGroups.lock': { parameters: { id: 'text' }; row: { id: 'text'; rule: 'text' } };
  'customerGroups.lockCustomer': {
    parameters: { id: 'text' };
    row: { mergedIntoId: 'text | null'; status: 'text' };
  };
  'customerGroups.moveMemberships': {
    parameters: { from: 'text'; to: 'text' };
    row: { groupId: 'text'; hasJoined: 'bool' };
  };
  'customerGroups.noteRefresh': { parameters: { id: 'text' }; row: {} };
  'customerGroups.ruled': { parameters: {}; row: { id: 'text' } };
  'customerGroups.setRule': { parameters: { rule: 'jsonb'; id: 'text' }; row: {} };
  'customers.closeSessions': { parameters: { why: 'text'; userIds: 'text[]' }; row: {} };
  'customers.compareConsents': {
    parameters: { from: 'text'; to: 'text' };
    row: {
      channel: 'text';
      topic: 'text';
      state: 'text';
      level: 'text';
      wording: 'text';
      isNewer: 'bool';
    };
  };
  'customers.find': {
    parameters: { id: 'text' };
    row: {
      id: 'text';
      userId: 'text';
      email: 'text';
      isVerified: 'bool';
      firstName: 'text | null';
      lastName: 'text | null';
      status: 'text';
      tags: 'text[]';
      note: 'text';
      metafields: 'jsonb';
      taxExemption: 'jsonb | null';
      mergedIntoId: 'text | null';
      supersededAt: 'timestamptz | null';
      createdAt: 'timestamptz';
      orders: 'int4';
      lastOrderAt: 'timestamptz';
      spent: 'json';
    };
  };
  'customers.list': {
    parameters: {
      sort: 'text';
      currency: 'text';
      q: 'text';
      tag: 'text';
      group: 'text';
      company: 'text';
      status: 'text';
      country: 'text';
      minOrders: 'int4';
      lastOrderAfter: 'timestamptz';
      lastOrderBefore: 'timestamptz';
      minSpent: 'int8';
      consent: 'text';
      id: 'text';
      isUp: 'bool';
      place: 'int8';
      take: 'int8';
    };
    row: {
      id: 'text';
      userId: 'text';
      email: 'text';
      isVerified: 'bool';
      firstName: 'text | null';
      lastName: 'text | null';
      status: 'text';
      tags: 'text[]';
      note: 'text';
      metafields: 'jsonb';
      taxExemption: 'jsonb | null';
      mergedIntoId: 'text | null';
      supersededAt: 'timestamptz | null';
      createdAt: 'timestamptz';
      orders: 'int4';
      lastOrderAt: 'timestamptz';
      spent: 'json';
      place: 'int8';
    };
  };
  'customers.lock': {
    parameters: { ids: 'text[]' };
    row: {
      id: 'text';
      userId: 'text';
      mergedIntoId: 'text | null';
      status: 'text';
      emailKey: 'text';
      isVerified: 'bool';
    };
  };
  'customers.lockFiles': { parameters: { from: 'text'; to: 'text' }; row: { id: 'text' } };
  'customers.moveAddresses': { parameters: { to: 'text'; from: 'text'; max: 'int4' }; row: {} };
  'customers.moveApprovals': { parameters: { to: 'text'; from: 'text' }; row: {} };
  'customers.moveCards': {
    parameters: { to: 'text'; from: 'text' };
    row: { id: 'text'; state: 'text' };
  };
  'customers.moveCarts': { parameters: { to: 'text'; from: 'text' }; row: {} };
  'customers.moveCredit': { parameters: { to: 'text'; from: 'text' }; row: {} };
  'customers.moveFiles': { parameters: { from: 'text'; to: 'text' }; row: { key: 'text' } };
  'customers.moveMemberships': {
    parameters: { from: 'text'; to: 'text' };
    row: { companyId: 'text' };
  };
  'customers.moveNotes': { parameters: { to: 'text'; from: 'text' }; row: {} };
  'customers.moveOrders': { parameters: { to: 'text'; from: 'text' }; row: {} };
  'customers.movePaymentCustomers': { parameters: { to: 'text'; from: 'text' }; row: {} };
  'customers.moveUploads': { parameters: { to: 'text'; from: 'text' }; row: {} };
  'customers.setTaxExemption': { parameters: { exemption: 'jsonb'; id: 'text' }; row: {} };
  'customers.ties': {
    parameters: { ids: 'text[]' };
    row: { id: 'text'; isStaff: 'bool'; isBeingErased: 'bool' };
  };
  'customers.timeline': {
    parameters: { customerId: 'text'; id: 'text'; isBack: 'bool'; at: 'timestamptz'; take: 'int8' };
    row: { id: 'text'; kind: 'text'; at: 'timestamptz'; about: 'jsonb' };
  };
  'dataRequests.blockers': {
    parameters: {
      assumesShipped: 'bool';
      orderIds: 'text[]';
      customerIds: 'text[]';
      forfeitsCredit: 'bool';
      userIds: 'text[]';
    };
    row: { code: 'text'; subject: 'text' };
  };
  'dataRequests.closeAccounts': { parameters: { userIds: 'text[]'; requestId: 'text' }; row: {} };
  'dataRequests.creditLeft': {
    parameters: { customerIds: 'text[]' };
    row: { id: 'text'; balance: 'int8'; currency: 'bpchar' };
  };
  'dataRequests.deleteCards': { parameters: { customerIds: 'text[]' }; row: {} };
  'dataRequests.deleteCarts': { parameters: { cartIds: 'text[]' }; row: {} };
  'dataRequests.deleteFiles': { parameters: { customerIds: 'text[]' }; row: { key: 'text' } };
  'dataRequests.deleteInvitations': { parameters: { emails: 'text[]' }; row: {} };
  'dataRequests.deleteKeptAnswers': {
    parameters: { principals: 'text[]'; texts: 'text[]' };
    row: {};
  };
  'dataRequests.deleteSignIns': { parameters: { userIds: 'text[]' }; row: {} };
  'dataRequests.eraseCarts': { parameters: { cartIds: 'text[]' }; row: {} };
  'dataRequests.eraseConsents': {
    parameters: { emails: 'text[]'; customerIds: 'text[]' };
    row: {};
  };
  'dataRequests.eraseCredit': { parameters: { customerIds: 'text[]' }; row: {} };
  'dataRequests.eraseCustomers': { parameters: { customerIds: 'text[]' }; row: {} };
  'dataRequests.eraseEvents': { parameters: { pattern: 'text' }; row: {} };
  'dataRequests.eraseExports': { parameters: { customerIds: 'text[]' }; row: {} };
  'dataRequests.eraseGuestCarts': { parameters: { emails: 'text[]' }; row: {} };
  'dataRequests.eraseHistory': { parameters: { orderIds: 'text[]' }; row: {} };
  'dataRequests.eraseJobs': { parameters: { pattern: 'text' }; row: {} };
  'dataRequests.eraseOrders': { parameters: { orderIds: 'text[]' }; row: {} };
  'dataRequests.eraseOwnEvents': {
    parameters: { pattern: 'text'; replacement: 'text'; userIds: 'text[]' };
    row: {};
  };
  'dataRequests.erasePayments': { parameters: { orderIds: 'text[]' }; row: {} };
  'dataRequests.eraseProviderEvents': {
    parameters: { orderIds: 'text[]'; ids: 'text[]' };
    row: {};
  };
  'dataRequests.eraseRefunds': { parameters: { orderIds: 'text[]' }; row: {} };
  'dataRequests.eraseUsers': { parameters: { userIds: 'text[]' }; row: {} };
  'dataRequests.eraseWorkflows': { parameters: { orderIds: 'text[]' }; row: {} };
  'dataRequests.exportActs': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportAddresses': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportCards': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportCarts': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportCompanies': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportConsents': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportCredit': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportDevices': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportFactors': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportFiles': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportGroups': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportIdentities': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportMails': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportOrders': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportPaymentCustomers': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportProfile': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportRequests': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.exportSessions': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; record: 'jsonb' };
  };
  'dataRequests.fileObjects': {
    parameters: { ids: 'text[]'; after: 'text'; limit: 'int8' };
    row: { id: 'text'; name: 'text'; key: 'text' };
  };
  'dataRequests.files': { parameters: { customerIds: 'text[]' }; row: { fileKey: 'text | null' } };
  'dataRequests.finishErasure': { parameters: { id: 'text' }; row: {} };
  'dataRequests.finishExport': {
    parameters: { fileKey: 'text'; fileBytes: 'int8'; days: 'int4'; id: 'text' };
    row: {};
  };
  'dataRequests.forgetAddress': { parameters: { hash: 'text' }; row: {} };
  'dataRequests.insert': {
    parameters: {
      id: 'text';
      kind: 'text';
      customerId: 'text';
      requestedBy: 'text';
      forfeitsCredit: 'bool';
      assumesShipped: 'bool';
    };
    row: {
      id: 'text';
      kind: 'text';
      customerId: 'text';
      state: 'text';
      requestedBy: 'text';
      forfeitsCredit: 'bool';
      assumesShipped: 'bool';
      blockers: 'text[] | null';
      fileKey: 'text | null';
      fileBytes: 'int8 | null';
      createdAt: 'timestamptz';
      finishedAt: 'timestamptz | null';
      expiresAt: 'timestamptz | null';
    };
  };
  'dataRequests.lockCarts': { parameters: { customerIds: 'text[]' }; row: { id: 'text' } };
  'dataRequests.lockCustomer': {
    parameters: { customerId: 'text' };
    row: { mergedIntoId: 'text | null' };
  };
  'dataRequests.lockCustomers': { parameters: { customerIds: 'text[]' }; row: { id: 'text' } };
  'dataRequests.lockOrders': { parameters: { customerIds: 'text[]' }; row: { id: 'text' } };
  'dataRequests.lockUsers': {
    parameters: { userIds: 'text[]' };
    row: { id: 'text'; status: 'text' };
  };
  'dataRequests.markErased': { parameters: { userIds: 'text[]' }; row: {} };
  'dataRequests.person': {
    parameters: { customerId: 'text' };
    row: {
      customerIds: 'text[]';
      userIds: 'text[]';
      emails: 'text[]';
      provedEmails: 'text[]';
      orderIds: 'text[]';
      cartIds: 'text[]';
      subjectIds: 'text[]';
    };
  };
  'dataRequests.recent': {
    parameters: { customerId: 'text'; kind: 'text' };
    row: {
      id: 'text';
      kind: 'text';
      customerId: 'text';
      state: 'text';
      requestedBy: 'text';
      forfeitsCredit: 'bool';
      assumesShipped: 'bool';
      blockers: 'text[] | null';
      fileKey: 'text | null';
      fileBytes: 'int8 | null';
      createdAt: 'timestamptz';
      finishedAt: 'timestamptz | null';
      expiresAt: 'timestamptz | null';
    };
  };
  'dataRequests.refuse': { parameters: { blockers: 'text[]'; id: 'text' }; row: {} };
  'dataRequests.relatedToOrders': {
    parameters: { orderIds: 'text[]' };
    row: { cartIds: 'text[]'; subjectIds: 'text[]' };
  };
  'dataRequests.rememberAddresses': {
    parameters: { requestId: 'text'; emails: 'text[]' };
    row: {};
  };
  'dataRequests.rememberedAddresses': {
    parameters: {};
    row: { hash: 'text'; requestId: 'text'; erasedAt: 'timestamptz'; email: 'text' };
  };
  'dataRequests.reopenAccounts': { parameters: { requestId: 'text' }; row: {} };
  'dataRequests.settledGuestOrders': {
    parameters: { emails: 'text[]'; until: 'timestamptz'; limit: 'int8' };
    row: { id: 'text' };
  };
  'dataRequests.start': {
    parameters: { id: 'text' };
    row: {
      id: 'text';
      kind: 'text';
      customerId: 'text';
      state: 'text';
      requestedBy: 'text';
      forfeitsCredit: 'bool';
      assumesShipped: 'bool';
      blockers: 'text[] | null';
      fileKey: 'text | null';
      fileBytes: 'int8 | null';
      createdAt: 'timestamptz';
      finishedAt: 'timestamptz | null';
      expiresAt: 'timestamptz | null';
    };
  };
  'dataRequests.unpaidGuestOrders': {
    parameters: { emails: 'text[]'; until: 'timestamptz' };
    row: { id: 'text' };
  };
  'disputes.find': { parameters: { providerId: 'text' }; row: { status: 'text' } };
  'disputes.upsert': {
    parameters: {
      id: 'text';
      paymentId: 'text';
      providerId: 'text';
      status: 'text';
      stage: 'text';
      reason: 'text';
      amount: 'int8';
      currency: 'bpchar';
      evidenceDueAt: 'timestamptz';
      createdAt: 'timestamptz';
      isClosed: 'bool';
    };
    row: {};
  };
  'doctor.limit': { parameters: { ms: 'text' }; row: { set_config: 'text' } };
  'doctor.lockAccount': { parameters: { id: 'text' }; row: {} };
  'doctor.lockLevel': { parameters: { id: 'text' }; row: {} };
  'doctor.lockOrder': { parameters: { id: 'text' }; row: {} };
  'doctor.lockOrderOfItem': { parameters: { id: 'text' }; row: {} };
  'doctor.lockOrderOfPayment': { parameters: { id: 'text' }; row: {} };
  'doctor.lockPayment': { parameters: { id: 'text' }; row: {} };
  'doctor.recount.balance': {
    parameters: { id: 'text' };
    row: { before: 'jsonb'; after: 'jsonb' };
  };
  'doctor.recount.figures': {
    parameters: { id: 'text' };
    row: { before: 'jsonb'; after: 'jsonb' };
  };
  'doctor.recount.item': { parameters: { id: 'text' }; row: { before: 'jsonb'; after: 'jsonb' } };
  'doctor.recount.on_hand': {
    parameters: { id: 'text' };
    row: { before: 'jsonb'; after: 'jsonb' };
  };
  'doctor.recount.refunding': {
    parameters: { id: 'text' };
    row: { before: 'jsonb'; after: 'jsonb' };
  };
  'doctor.recount.reserved': {
    parameters: { id: 'text' };
    row: { before: 'jsonb'; after: 'jsonb' };
  };
  'doctor.recount.shipping': {
    parameters: { id: 'text' };
    row: { before: 'jsonb'; after: 'jsonb' };
  };
  'doctor.snapshot': { parameters: {}; row: {} };
  'email.account': {
    parameters: { userId: 'text' };
    row: { id: 'text'; email: 'text'; locale: 'text | null' };
  };
  'email.account_token': {
    parameters: { tokenId: 'text' };
    row: {
      id: 'text';
      email: 'text';
      locale: 'text | null';
      accountEmail: 'text';
      isPending: 'bool';
      isTaken: 'bool';
    };
  };
  'email.dataRequest': {
    parameters: { requestId: 'text' };
    row: { id: 'text'; email: 'text'; locale: 'text | null'; expiresAt: 'timestamptz | null' };
  };
  'email.invitation': {
    parameters: { invitationId: 'text' };
    row: {
      id: 'text';
      email: 'text';
      locale: 'text | null';
      number: 'int4';
      expiresAt: 'timestamptz';
      isOpen: 'bool';
      roles: 'text[]';
    };
  };
  'email.newsletter': {
    parameters: { requestId: 'text' };
    row: { id: 'text'; email: 'text'; locale: 'text | null'; isOpen: 'bool' };
  };
  'email.order': {
    parameters: { orderId: 'text' };
    row: {
      id: 'text';
      number: 'int8';
      email: 'text';
      locale: 'text | null';
      currency: 'bpchar';
      subtotal: 'int8';
      discount: 'int8';
      shipping: 'int8';
      tax: 'int8';
      rounding: 'int8';
      total: 'int8';
      isCanceled: 'bool';
      credit: 'json';
      hadCredit: 'bool';
      received: 'numeric';
      held: 'numeric';
      taxInclusive: 'bool';
      taxExemption: 'jsonb | null';
      shippingAddress: 'jsonb | null';
      shippingOption: 'jsonb | null';
      items: 'json';
    };
  };
  'email.refund': {
    parameters: { refundId: 'text' };
    row: {
      id: 'text';
      orderId: 'text';
      orderNumber: 'int8';
      email: 'text';
      locale: 'text | null';
      amount: 'int8';
      currency: 'bpchar';
      isWhole: 'bool';
      isLast: 'bool';
      failures: 'json';
    };
  };
  'email.sign_in': {
    parameters: { sessionId: 'text' };
    row: {
      id: 'text';
      email: 'text';
      locale: 'text | null';
      userAgent: 'text | null';
      ip: 'text | null';
      at: 'timestamptz';
    };
  };
  'email.staff': {
    parameters: { disputeId: 'text'; paymentId: 'text' };
    row: {
      id: 'text';
      orderId: 'text';
      orderNumber: 'int8';
      orderStatus: 'order_status';
      orderPaymentStatus: 'order_payment_status';
      paymentId: 'text';
      providerId: 'text | null';
      creditAccountId: 'text | null';
      amount: 'int8';
      currency: 'bpchar';
      lastError: 'text | null';
      disputeId: 'text';
      disputeReason: 'text';
      disputeAmount: 'int8';
      evidenceDueAt: 'timestamptz | null';
      wasDisputeLost: 'bool';
    };
  };
  'events.emit': {
    parameters: {
      id: 'text';
      type: 'text';
      payload: 'jsonb';
      requestId: 'text';
      jobs: 'json';
      consumers: 'text[]';
    };
    row: { id: 'int8' };
  };
  'factors.accept_backup_code': {
    parameters: { hash: 'text'; userId: 'text' };
    row: { left: 'int4' };
  };
  'factors.accept_step': {
    parameters: {
      step: 'int4';
      newSecret: 'text';
      userId: 'text';
      secret: 'text';
      isConfirmed: 'bool';
    };
    row: { userId: 'text' };
  };
  'factors.add_webauthn': {
    parameters: { hash: 'text'; purpose: 'text'; userId: 'text' };
    row: {};
  };
  'factors.advance_counter': {
    parameters: { counter: 'int8'; isBackedUp: 'bool'; id: 'text' };
    row: { id: 'text' };
  };
  'factors.begin_totp': { parameters: { userId: 'text'; secret: 'text' }; row: { userId: 'text' } };
  'factors.close_challenge': { parameters: { hash: 'text' }; row: { hash: 'text' } };
  'factors.consume_webauthn': {
    parameters: { hash: 'text'; purpose: 'text'; userId: 'text' };
    row: { hash: 'text' };
  };
  'factors.count_attempt': {
    parameters: { userId: 'text' };
    row: { tries: 'int4'; secondsLeft: 'int4' };
  };
  'factors.end_sessions': { parameters: { userId: 'text' }; row: {} };
  'factors.find_passkey': {
    parameters: { credentialId: 'text' };
    row: {
      id: 'text';
      userId: 'text';
      publicKey: 'text';
      isSuspected: 'bool';
      passwordChangedAt: 'timestamptz | null';
    };
  };
  'factors.find_totp': {
    parameters: { userId: 'text'; isConfirmed: 'bool' };
    row: { secret: 'text' };
  };
  'factors.forget_attempts': { parameters: { userId: 'text' }; row: {} };
  'factors.lock_user': { parameters: { userId: 'text' }; row: { id: 'text' } };
  'factors.mark_session': { parameters: { isFactor: 'bool'; sessionId: 'text' }; row: {} };
  'factors.of_user': {
    parameters: { userId: 'text' };
    row: { hasTotp: 'bool'; codesLeft: 'int4'; passkeys: 'json' };
  };
  'factors.open_challenge': {
    parameters: {
      hash: 'text';
      userId: 'text';
      mode: 'text';
      method: 'text';
      device: 'text';
      passwordChangedAt: 'timestamptz';
    };
    row: { expiresAt: 'timestamptz' };
  };
  'factors.remember_device': {
    parameters: { id: 'text'; hash: 'text'; userId: 'text'; userAgent: 'text'; ip: 'text' };
    row: {};
  };
  'factors.suspect_passkey': { parameters: { id: 'text' }; row: { userId: 'text'; name: 'text' } };
  'factors.take_try': {
    parameters: { hash: 'text'; device: 'text'; maxTries: 'int4' };
    row: {
      userId: 'text';
      mode: 'text';
      method: 'text';
      passwordChangedAt: 'timestamptz | null';
      triesLeft: 'int4';
    };
  };
  'factors.use_device': {
    parameters: { hash: 'text'; userId: 'text' };
    row: { factorAt: 'timestamptz' };
  };
  'health.readiness': { parameters: {}; row: { migrations: 'text[]'; queue: 'bool' } };
  'health.shrinkMemory': { parameters: {}; row: { set_config: 'text' } };
  'health.writable': { parameters: {}; row: { writable: 'bool' } };
  'health.writeTemporary': { parameters: {}; row: { count: 'int8' } };
  'idempotency.claim': {
    parameters: {
      principal: 'text';
      route: 'text';
      key: 'text';
      fingerprint: 'text';
      holder: 'text';
      leaseMs: 'float8';
    };
    row: { resumed: 'bool' };
  };
  'idempotency.find': {
    parameters: { principal: 'text'; route: 'text'; key: 'text' };
    row: {
      fingerprint: 'text';
      status: 'int4 | null';
      headers: 'jsonb | null';
      body: 'text | null';
    };
  };
  'idempotency.release': {
    parameters: { principal: 'text'; route: 'text'; key: 'text'; holder: 'text' };
    row: {};
  };
  'idempotency.store': {
    parameters: {
      principal: 'text';
      route: 'text';
      key: 'text';
      fingerprint: 'text';
      holder: 'text';
      status: 'int4';
      headers: 'jsonb';
      body: 'text';
    };
    row: {};
  };
  'identity.find': {
    parameters: { sessionId: 'text'; userId: 'text' };
    row: {
      customerId: 'text';
      isVerified: 'bool';
      roles: 'json';
      authenticatedAt: 'timestamptz';
      factorAt: 'timestamptz | null';
      hasFactor: 'bool';
      staffSince: 'timestamptz';
      changesAt: 'timestamptz';
    };
  };
  'import.addCategories': { parameters: { productIds: 'text[]'; ids: 'text[]' }; row: {} };
  'import.addCollections': { parameters: { productIds: 'text[]'; ids: 'text[]' }; row: {} };
  'import.assignTransactionId': { parameters: {}; row: { pg_current_xact_id: 'xid8' } };
  'import.category': {
    parameters: { id: 'text'; parentId: 'text'; name: 'text'; path: 'text'; slugs: 'text[]' };
    row: { id: 'text'; parentId: 'text | null'; handle: 'text'; name: 'text'; path: 'text' };
  };
  'import.childCategories': {
    parameters: { parents: 'text[]'; isTop: 'bool' };
    row: { id: 'text'; parentId: 'text | null'; handle: 'text'; name: 'text'; path: 'text' };
  };
  'import.commitWithoutWaiting': { parameters: {}; row: { set_config: 'text' } };
  'import.create.images': { parameters: { rows: 'json' }; row: {} };
  'import.create.options': { parameters: { rows: 'json' }; row: {} };
  'import.create.prices': {
    parameters: {
      variantIds: 'text[]';
      currencies: 'text[]';
      amounts: 'int8[]';
      compareAts: 'int8[]';
    };
    row: {};
  };
  'import.create.products': { parameters: { rows: 'json' }; row: {} };
  'import.create.variants': { parameters: { rows: 'json' }; row: {} };
  'import.createCollections': {
    parameters: { ids: 'text[]'; handles: 'text[]'; titles: 'text[]' };
    row: {};
  };
  'import.createLocation': { parameters: { id: 'text' }; row: { id: 'text' } };
  'import.createStock': {
    parameters: {
      variantIds: 'text[]';
      onHand: 'int4[]';
      backorder: 'bool[]';
      movementIds: 'text[]';
      locationId: 'text';
    };
    row: {};
  };
  'import.disableTimeout': { parameters: {}; row: { set_config: 'text' } };
  'import.findCollections': {
    parameters: { handles: 'text[]' };
    row: { id: 'text'; handle: 'text' };
  };
  'import.knownRows': { parameters: {}; row: { known: 'int8' } };
  'import.load': {
    parameters: { handles: 'text[]' };
    row: {
      row: 'json';
      options: 'json';
      variants: 'json';
      images: 'json';
      categoryIds: 'text[]';
      collectionIds: 'text[]';
    };
  };
  'import.location': { parameters: {}; row: { id: 'text' } };
  'import.lock': { parameters: {}; row: { pg_advisory_xact_lock: 'void' } };
  'import.pictureKeys': {
    parameters: { handles: 'text[]' };
    row: { key: 'text | null'; sha256: 'bpchar' };
  };
  'import.removeCategories': { parameters: { productIds: 'text[]'; ids: 'text[]' }; row: {} };
  'import.removeCollections': { parameters: { productIds: 'text[]'; ids: 'text[]' }; row: {} };
  'import.removeOptions': { parameters: { ids: 'text[]' }; row: {} };
  'import.stock': {
    parameters: { rows: 'json'; locationId: 'text' };
    row: { variantId: 'text'; wanted: 'int4'; onHand: 'int4'; reserved: 'int4'; changed: 'bool' };
  };
  'import.write.images': { parameters: { rows: 'json' }; row: {} };
  'import.write.options': { parameters: { rows: 'json' }; row: {} };
  'import.write.prices': {
    parameters: {
      variantIds: 'text[]';
      currencies: 'text[]';
      amounts: 'int8[]';
      compareAts: 'int8[]';
    };
    row: {};
  };
  'import.write.products': { parameters: { rows: 'json' }; row: {} };
  'import.write.variants': { parameters: { rows: 'json' }; row: {} };
  'imports.deleteOld': { parameters: { days: 'int4'; limit: 'int4' }; row: { id: 'text' } };
  'imports.finish': {
    parameters: {
      state: 'text';
      bytesDone: 'int8';
      report: 'jsonb';
      reportKey: 'text';
      problem: 'text';
      problemDetail: 'text';
      id: 'text';
      run: 'int4';
    };
    row: {};
  };
  'imports.insert': {
    parameters: {
      id: 'text';
      uploadId: 'text';
      name: 'text';
      bytes: 'int8';
      storageKey: 'text';
      dryRun: 'bool';
      fetchPictures: 'bool';
      currency: 'bpchar';
      report: 'jsonb';
      createdBy: 'text';
    };
    row: {};
  };
  'imports.noteProgress': {
    parameters: { bytesDone: 'int8'; report: 'jsonb'; id: 'text'; run: 'int4' };
    row: { isCanceled: 'bool' };
  };
  'imports.requestCancel': { parameters: { id: 'text' }; row: { state: 'text' } };
  'imports.return': {
    parameters: { failures: 'int4'; report: 'jsonb'; endedBy: 'text'; id: 'text'; run: 'int4' };
    row: {};
  };
  'imports.take': {
    parameters: { report: 'jsonb'; id: 'text' };
    row: {
      run: 'int4';
      failures: 'int4';
      bytes: 'int8';
      storageKey: 'text';
      dryRun: 'bool';
      fetchPictures: 'bool';
      currency: 'bpchar';
      isCanceled: 'bool';
    };
  };
  'imports.takeUpload': {
    parameters: {
      signedKey: 'text';
      takenKey: 'text';
      days: 'int4';
      uploadId: 'text';
      createdBy: 'text';
    };
    row: { name: 'text'; bytes: 'int8'; storageKey: 'text' };
  };
  'imports.upload': {
    parameters: { uploadId: 'text'; createdBy: 'text' };
    row: { purpose: 'text'; state: 'text'; bytes: 'int8'; storageKey: 'text'; isExpired: 'bool' };
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
  'invitations.claim': {
    parameters: { tokenHash: 'text' };
    row: {
      id: 'text';
      emailKey: 'text';
      locale: 'text | null';
      roleIds: 'text[] | null';
      grantExpiresAt: 'timestamptz | null';
      invitedBy: 'text';
    };
  };
  'invitations.lock': { parameters: { id: 'text' }; row: { sends: 'int4'; isOpen: 'bool' } };
  'invitations.open': {
    parameters: { tokenHash: 'text' };
    row: {
      id: 'text';
      emailKey: 'text';
      locale: 'text | null';
      roleIds: 'text[] | null';
      grantExpiresAt: 'timestamptz | null';
      invitedBy: 'text';
    };
  };
  'invitations.renew': {
    parameters: { tokenHash: 'text'; invitedBy: 'text'; id: 'text' };
    row: {};
  };
  'invitations.revoke': { parameters: { id: 'text' }; row: { id: 'text' } };
  'jobs.discard': { parameters: { id: 'text' }; row: { id: 'text' } };
  'jobs.find': {
    parameters: { id: 'text' };
    row: {
      id: 'text';
      name: 'text';
      state: 'text';
      payload: 'json';
      attempts: 'int2';
      maxAttempts: 'int2';
      lastError: 'text | null';
      runAt: 'timestamptz';
      createdAt: 'timestamptz';
      updatedAt: 'timestamptz';
    };
  };
  'jobs.list': {
    parameters: { state: 'text'; name: 'text'; id: 'text'; isBack: 'bool'; take: 'int4' };
    row: {
      id: 'text';
      name: 'text';
      state: 'text';
      payload: 'json';
      attempts: 'int2';
      maxAttempts: 'int2';
      lastError: 'text | null';
      runAt: 'timestamptz';
      createdAt: 'timestamptz';
      updatedAt: 'timestamptz';
    };
  };
  'jobs.retry': { parameters: { id: 'text' }; row: { id: 'text' } };
  'limits.add': {
    parameters: { keys: 'text[]'; costs: 'int4[]'; seconds: 'int4[]' };
    row: { key: 'text'; used: 'int4'; msLeft: 'int4' };
  };
  'limits.purge': { parameters: { limit: 'int4' }; row: {} };
  'limits.read': {
    parameters: { keys: 'text[]' };
    row: { key: 'text'; used: 'int4'; msLeft: 'int4' };
  };
  'media.deleteExpiredUploads': { parameters: { limit: 'int8' }; row: { storageKey: 'text' } };
  'media.deleteOverFiles': {
    parameters: { ids: 'text[]'; olderThanHours: 'int4' };
    row: { storageKey: 'text'; derivatives: 'jsonb' };
  };
  'media.fileUses': { parameters: { fileId: 'text'; limit: 'int8' }; row: { id: 'text' } };
  'media.finishUpload': {
    parameters: { state: 'text'; fileId: 'text'; failure: 'text'; id: 'text' };
    row: {};
  };
  'media.insertFile': {
    parameters: {
      id: 'text';
      kind: 'text';
      visibility: 'text';
      customerId: 'text';
      name: 'text';
      contentType: 'text';
      bytes: 'int8';
      sha256: 'bpchar';
      storageKey: 'text';
      width: 'int4';
      height: 'int4';
      dominantColor: 'text';
      alt: 'text';
      keep: 'bool';
      sourceUrl: 'text';
      createdBy: 'text';
    };
    row: { id: 'text' };
  };
  'media.knownKeys': { parameters: { keys: 'text[]'; fileIds: 'text[]' }; row: { key: 'text' } };
  'media.link': { parameters: { imageId: 'text' }; row: { source: 'text' } };
  'media.links': { parameters: { productIds: 'text[]' }; row: { id: 'text' } };
  'media.lockCustomer': { parameters: { id: 'text' }; row: { id: 'text' } };
  'media.lockFile': { parameters: { id: 'text' }; row: { id: 'text' } };
  'media.overFiles': {
    parameters: { after: 'text'; olderThanHours: 'int4'; limit: 'int8' };
    row: { id: 'text' };
  };
  'media.reuseFile': {
    parameters: {
      keep: 'bool';
      alt: 'text';
      sha256: 'bpchar';
      visibility: 'text';
      customerId: 'text';
    };
    row: { id: 'text' };
  };
  'media.saveFileDerivatives': {
    parameters: { derivatives: 'jsonb'; id: 'text'; focalX: 'float8'; focalY: 'float8' };
    row: {};
  };
  'media.showFetched': { parameters: { fileId: 'text'; imageId: 'text'; source: 'text' }; row: {} };
  'media.showFile': {
    parameters: { fileId: 'text'; imageId: 'text'; storageKey: 'text' };
    row: {};
  };
  'media.storedImage': {
    parameters: { imageId: 'text' };
    row: { source: 'text'; storageKey: 'text | null' };
  };
  'media.storedImages': { parameters: { after: 'text'; limit: 'int8' }; row: { id: 'text' } };
  'media.unusedFiles': {
    parameters: {
      after: 'text';
      isBack: 'bool';
      kind: 'text';
      visibility: 'text';
      customerId: 'text';
      q: 'text';
      unused: 'bool';
      limit: 'int8';
    };
    row: { id: 'text' };
  };
  'orders.attachGuests': {
    parameters: { customerId: 'text'; email: 'text'; formerCustomerId: 'text' };
    row: { id: 'text' };
  };
  'orders.claim': {
    parameters: { customerId: 'text'; number: 'int8'; tokenHash: 'text' };
    row: { id: 'text' };
  };
  'orders.claimDue': { parameters: { asOf: 'timestamptz'; limit: 'int8' }; row: { id: 'text' } };
  'orders.clock': { parameters: {}; row: { now: 'text' } };
  'orders.countRefund': { parameters: { refundId: 'text' }; row: { isCounted: 'bool' } };
  'orders.create': {
    parameters: {
      id: 'text';
      cartId: 'text';
      customerId: 'text';
      salesChannel: 'text';
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
      companyLocationId: 'text';
      purchaseOrderNumber: 'text';
      approvedBy: 'text';
      taxExemption: 'jsonb';
      paymentTermsDays: 'int4';
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
  'orders.markDue': { parameters: { ids: 'text[]' }; row: {} };
  'orders.read': {
    parameters: { orderId: 'text'; isPrivate: 'bool'; customerId: 'text'; tokenHash: 'text' };
    row: {
      id: 'text';
      number: 'int8';
      cartId: 'text';
      customerId: 'text | null';
      salesChannel: 'text | null';
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
      companyLocationId: 'text | null';
      purchaseOrderNumber: 'text | null';
      approvedBy: 'text | null';
      taxExemption: 'jsonb | null';
      paymentTermsDays: 'int4 | null';
      paymentDueAt: 'timestamptz | null';
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
  'paymentMethods.forget': { parameters: { id: 'text' }; row: {} };
  'paymentMethods.lock': { parameters: { customerId: 'text' }; row: { id: 'text' } };
  'paymentMethods.purge': { parameters: {}; row: {} };
  'paymentMethods.retire': { parameters: { id: 'text'; customerId: 'text' }; row: {} };
  'payments.cancelCredit': {
    parameters: { orderId: 'text' };
    row: { id: 'text'; accountId: 'text | null'; amount: 'int8'; currency: 'bpchar' };
  };
  'payments.cancelLocal': {
    parameters: { orderId: 'text' };
    row: { id: 'text'; accountId: 'text | null'; amount: 'int8'; currency: 'bpchar' };
  };
  'payments.cancelUnopened': { parameters: { id: 'text' }; row: {} };
  'payments.captureCredit': {
    parameters: { orderId: 'text' };
    row: { id: 'text'; accountId: 'text | null'; amount: 'int8'; currency: 'bpchar' };
  };
  'payments.creditShares': {
    parameters: { orderId: 'text' };
    row: { id: 'text'; accountId: 'text | null'; amount: 'int8'; currency: 'bpchar' };
  };
  'payments.customer': {
    parameters: { customerId: 'text'; provider: 'text' };
    row: { providerId: 'text' };
  };
  'payments.customersOf': {
    parameters: { customerId: 'text' };
    row: { provider: 'text'; providerId: 'text' };
  };
  'payments.deleteCustomer': { parameters: { customerId: 'text'; provider: 'text' }; row: {} };
  'payments.entry': {
    parameters: {
      kind: 'text';
      ids: 'text[]';
      paymentIds: 'text[]';
      amounts: 'int8[]';
      currencies: 'text[]';
      references: 'text[]';
    };
    row: {};
  };
  'payments.figures': {
    parameters: { orderId: 'text' };
    row: {
      current: 'order_payment_status';
      provider: 'text';
      creditAccountId: 'text | null';
      status: 'payment_status';
      amount: 'int8';
      captured: 'int8';
      refunded: 'int8';
      disputed: 'int8';
      lost: 'numeric';
    };
  };
  'payments.find': {
    parameters: { id: 'text' };
    row: {
      id: 'text';
      orderId: 'text';
      orderNumber: 'int8';
      orderStatus: 'order_status';
      orderPaymentStatus: 'order_payment_status';
      fulfillmentStatus: 'fulfillment_status';
      customerId: 'text | null';
      provider: 'text';
      captureMethod: 'text';
      status: 'payment_status';
      amount: 'int8';
      currency: 'bpchar';
      providerId: 'text | null';
      clientSecret: 'text | null';
      attempt: 'int4';
      savedMethodId: 'text | null';
      lastError: 'text | null';
      hasCredit: 'bool';
      wasTried: 'bool';
    };
  };
  'payments.findRemote': {
    parameters: { providerId: 'text' };
    row: {
      id: 'text';
      orderId: 'text';
      orderNumber: 'int8';
      orderStatus: 'order_status';
      orderPaymentStatus: 'order_payment_status';
      fulfillmentStatus: 'fulfillment_status';
      customerId: 'text | null';
      provider: 'text';
      captureMethod: 'text';
      status: 'payment_status';
      amount: 'int8';
      currency: 'bpchar';
      providerId: 'text | null';
      clientSecret: 'text | null';
      attempt: 'int4';
      savedMethodId: 'text | null';
      lastError: 'text | null';
      hasCredit: 'bool';
      wasTried: 'bool';
    };
  };
  'payments.insert': {
    parameters: {
      id: 'text';
      orderId: 'text';
      provider: 'text';
      amount: 'int8';
      currency: 'bpchar';
      captureMethod: 'text';
    };
    row: {};
  };
  'payments.insertCredit': {
    parameters: {
      id: 'text';
      orderId: 'text';
      amount: 'int8';
      currency: 'bpchar';
      accountId: 'text';
    };
    row: {};
  };
  'payments.insertCustomer': {
    parameters: { customerId: 'text'; provider: 'text'; providerId: 'text' };
    row: {};
  };
  'payments.leaveOutSavedMethod': { parameters: { id: 'text'; attempt: 'int4' }; row: {} };
  'payments.lockOfOrder': {
    parameters: { orderId: 'text' };
    row: {
      id: 'text';
      orderId: 'text';
      orderNumber: 'int8';
      orderStatus: 'order_status';
      orderPaymentStatus: 'order_payment_status';
      fulfillmentStatus: 'fulfillment_status';
      customerId: 'text | null';
      provider: 'text';
      captureMethod: 'text';
      status: 'payment_status';
      amount: 'int8';
      currency: 'bpchar';
      providerId: 'text | null';
      clientSecret: 'text | null';
      attempt: 'int4';
      savedMethodId: 'text | null';
      lastError: 'text | null';
      hasCredit: 'bool';
      wasTried: 'bool';
    };
  };
  'payments.lockOrder': { parameters: { orderId: 'text' }; row: { id: 'text' } };
  'payments.lockRemote': {
    parameters: { providerId: 'text'; paymentId: 'text' };
    row: {
      id: 'text';
      orderId: 'text';
      orderNumber: 'int8';
      orderStatus: 'order_status';
      orderPaymentStatus: 'order_payment_status';
      fulfillmentStatus: 'fulfillment_status';
      customerId: 'text | null';
      provider: 'text';
      captureMethod: 'text';
      status: 'payment_status';
      amount: 'int8';
      currency: 'bpchar';
      providerId: 'text | null';
      clientSecret: 'text | null';
      attempt: 'int4';
      savedMethodId: 'text | null';
      lastError: 'text | null';
      hasCredit: 'bool';
      wasTried: 'bool';
    };
  };
  'payments.nextAttempt': { parameters: { id: 'text'; attempt: 'int4' }; row: {} };
  'payments.ofOrder': {
    parameters: { orderId: 'text' };
    row: {
      id: 'text';
      orderId: 'text';
      orderNumber: 'int8';
      orderStatus: 'order_status';
      orderPaymentStatus: 'order_payment_status';
      fulfillmentStatus: 'fulfillment_status';
      customerId: 'text | null';
      provider: 'text';
      captureMethod: 'text';
      status: 'payment_status';
      amount: 'int8';
      currency: 'bpchar';
      providerId: 'text | null';
      clientSecret: 'text | null';
      attempt: 'int4';
      savedMethodId: 'text | null';
      lastError: 'text | null';
      hasCredit: 'bool';
      wasTried: 'bool';
    };
  };
  'payments.received': { parameters: { id: 'text' }; row: {} };
  'payments.recordError': { parameters: { why: 'text'; paymentId: 'text' }; row: {} };
  'payments.refundable': {
    parameters: { paymentIds: 'text[]' };
    row: {
      paymentId: 'text';
      currency: 'bpchar';
      captured: 'int8';
      refunded: 'int8';
      refunding: 'int8';
      disputed: 'int8';
      lost: 'numeric';
    };
  };
  'payments.refuseAttempt': {
    parameters: { why: 'text'; paymentId: 'text'; attempt: 'int4' };
    row: {};
  };
  'payments.retryRefused': { parameters: { id: 'text' }; row: {} };
  'payments.savedMethod': {
    parameters: { id: 'text'; customerId: 'text'; provider: 'text' };
    row: { methodId: 'text | null'; remoteCustomerId: 'text | null' };
  };
  'payments.storeOpened': {
    parameters: { providerId: 'text'; clientSecret: 'text'; id: 'text' };
    row: { id: 'text' };
  };
  'payments.update': {
    parameters: {
      to: 'payment_status';
      failure: 'text';
      providerId: 'text';
      clientSecret: 'text';
      id: 'text';
      from: 'payment_status';
    };
    row: {};
  };
  'processes.ping': { parameters: {}; row: { '?column?': 'int4' } };
  'productImages.change': { parameters: { alt: 'text'; id: 'text' }; row: {} };
  'productImages.countVariants': {
    parameters: { productId: 'text'; variantIds: 'text[]' };
    row: { count: 'int8' };
  };
  'productImages.delete': { parameters: { id: 'text' }; row: {} };
  'productImages.insert': {
    parameters: {
      id: 'text';
      productId: 'text';
      position: 'int4';
      source: 'text';
      fileId: 'text';
      alt: 'text';
    };
    row: {};
  };
  'productImages.list': {
    parameters: { productId: 'text' };
    row: { document: 'json'; fileId: 'text | null'; version: 'int4'; variants: 'text[]' };
  };
  'productImages.lock': { parameters: { id: 'text' }; row: { id: 'text' } };
  'productImages.lockFile': {
    parameters: { id: 'text' };
    row: { kind: 'text'; visibility: 'text' };
  };
  'productImages.order': { parameters: { ids: 'text[]' }; row: {} };
  'productImages.product': { parameters: { id: 'text' }; row: { id: 'text' } };
  'productImages.variants': {
    parameters: { variantIds: 'text[]'; id: 'text'; productId: 'text' };
    row: {};
  };
  'profile.lock': { parameters: { customerId: 'text' }; row: { id: 'text' } };
  'queue.add': {
    parameters: {
      name: 'text';
      payload: 'json';
      queue: 'text';
      runAt: 'timestamptz';
      maxAttempts: 'int4';
      jobKey: 'text';
      priority: 'int4';
      flag: 'text';
    };
    row: { id: 'text' };
  };
  'queue.health': { parameters: {}; row: { oldest: 'float8'; due: 'int8'; dead: 'int8' } };
  'reconciliation.begin': {
    parameters: { id: 'text'; provider: 'text'; since: 'timestamptz' };
    row: {};
  };
  'reconciliation.disputes': {
    parameters: { providerIds: 'text[]' };
    row: { providerId: 'text'; status: 'text' };
  };
  'reconciliation.finish': {
    parameters: { examined: 'int4'; findings: 'jsonb'; fees: 'int4'; id: 'text' };
    row: {};
  };
  'reconciliation.last': { parameters: { provider: 'text' }; row: { startedAt: 'timestamptz' } };
  'reconciliation.missingFees': {
    parameters: {
      references: 'text[]';
      providerPaymentIds: 'text[]';
      charges: 'text[]';
      provider: 'text';
    };
    row: { paymentId: 'text'; orderId: 'text'; currency: 'bpchar'; reference: 'text' };
  };
  'reconciliation.oldestOpenDispute': {
    parameters: { provider: 'text'; after: 'timestamptz' };
    row: { createdAt: 'timestamptz' };
  };
  'reconciliation.paid': {
    parameters: {
      provider: 'text';
      begin: 'timestamptz';
      end: 'timestamptz';
      after: 'text';
      limit: 'int8';
    };
    row: {
      id: 'text';
      orderId: 'text';
      providerId: 'text | null';
      status: 'payment_status';
      captured: 'int8';
    };
  };
  'reconciliation.payments': {
    parameters: { provider: 'text'; providerIds: 'text[]'; ids: 'text[]' };
    row: {
      id: 'text';
      orderId: 'text';
      providerId: 'text | null';
      status: 'payment_status';
      captured: 'int8';
    };
  };
  'reconciliation.progress': {
    parameters: { examined: 'int4'; findings: 'jsonb'; fees: 'int4'; id: 'text' };
    row: {};
  };
  'reconciliation.transfers': {
    parameters: { providerIds: 'text[]'; ids: 'text[]' };
    row: { id: 'text'; providerId: 'text | null'; status: 'refund_status' };
  };
  'reconciliation.unsettled': {
    parameters: { provider: 'text'; before: 'timestamptz'; limit: 'int8' };
    row: {
      id: 'text';
      orderId: 'text';
      providerId: 'text | null';
      status: 'payment_status';
      captured: 'int8';
    };
  };
  'refunds.balance': {
    parameters: { refundOrder: 'text[]'; orderId: 'text' };
    row: {
      currency: 'bpchar';
      isDisputed: 'bool';
      lines: 'json';
      shipping: 'json';
      payments: 'json';
    };
  };
  'refunds.close': { parameters: { why: 'text'; refundId: 'text' }; row: {} };
  'refunds.closeObsolete': { parameters: { orderId: 'text' }; row: {} };
  'refunds.find': {
    parameters: { refundId: 'text' };
    row: {
      id: 'text';
      orderId: 'text';
      status: 'refund_status';
      amount: 'int8';
      currency: 'bpchar';
      shipping: 'int8';
      reason: 'text';
      note: 'text';
      restocked: 'bool';
      actor: 'text';
      createdAt: 'timestamptz';
      lines: 'json';
      transfers: 'json';
    };
  };
  'refunds.insert': {
    parameters: {
      id: 'text';
      orderId: 'text';
      amount: 'int8';
      currency: 'bpchar';
      shipping: 'int8';
      reason: 'text';
      note: 'text';
      restocked: 'bool';
      actor: 'text';
      requestId: 'text';
      lines: 'jsonb';
      workflowId: 'text';
      allocations: 'jsonb';
    };
    row: {};
  };
  'refunds.ofOrder': {
    parameters: { orderId: 'text' };
    row: {
      id: 'text';
      orderId: 'text';
      status: 'refund_status';
      amount: 'int8';
      currency: 'bpchar';
      shipping: 'int8';
      reason: 'text';
      note: 'text';
      restocked: 'bool';
      actor: 'text';
      createdAt: 'timestamptz';
      lines: 'json';
      transfers: 'json';
    };
  };
  'refunds.status': {
    parameters: {
      to: 'refund_status';
      id: 'text';
      from: 'refund_status';
      why: 'text';
      isUnknown: 'bool';
    };
    row: {};
  };
  'refunds.unclaimed': { parameters: { paymentId: 'text' }; row: { unclaimed: 'int8' } };
  'roles.lock': { parameters: { id: 'text' }; row: { id: 'text' } };
  'roles.share': { parameters: { id: 'text' }; row: { id: 'text' } };
  'setup.facts': {
    parameters: { country: 'text'; currency: 'bpchar'; providers: 'text[]' };
    row: {
      hasActive: 'bool';
      hasPriced: 'bool';
      hasAvailable: 'bool';
      isSent: 'bool';
      zone: 'text';
      hasOption: 'bool';
      hasPricedOption: 'bool';
      ratePpm: 'int4';
      hasRegionalRate: 'bool';
      senders: 'text[]';
    };
  };
  'shop.profile': {
    parameters: { country: 'bpchar' };
    row: { currencies: 'bpchar[]'; zoned: 'text[]'; served: 'text[]'; taxInclusive: 'bool' };
  };
  'shopConfig.lock': { parameters: {}; row: {} };
  'shopConfig.usedLocations': { parameters: { ids: 'text[]' }; row: { id: 'text' } };
  'sign_in_providers.begin': {
    parameters: {
      stateHash: 'text';
      provider: 'text';
      secretHash: 'text';
      userId: 'text';
      mode: 'text';
      redirectTo: 'text';
    };
    row: { expiresAt: 'timestamptz' };
  };
  'sign_in_providers.keep_person': {
    parameters: { codeHash: 'text'; person: 'jsonb'; stateHash: 'text' };
    row: {};
  };
  'sign_in_providers.lock_holder': {
    parameters: { userId: 'text' };
    row: { hasPassword: 'bool'; passkeys: 'int4' };
  };
  'sign_in_providers.lock_subject': {
    parameters: { subject: 'text' };
    row: { pg_advisory_xact_lock: 'void' };
  };
  'sign_in_providers.return': {
    parameters: { stateHash: 'text'; provider: 'text' };
    row: { redirectTo: 'text'; isLink: 'bool' };
  };
  'sign_in_providers.take': {
    parameters: { codeHash: 'text'; secretHash: 'text'; userId: 'text' };
    row: { provider: 'text'; mode: 'text'; person: 'jsonb | null' };
  };
  'staff.endSessions': { parameters: { reason: 'text'; userId: 'text' }; row: {} };
  'staff.grant': {
    parameters: { id: 'text'; userId: 'text'; roleId: 'text'; expiresAt: 'timestamptz' };
    row: {};
  };
  'staff.join': {
    parameters: { id: 'text'; userId: 'text'; roleId: 'text'; expiresAt: 'timestamptz' };
    row: {};
  };
  'staff.lockAddress': { parameters: { emailKey: 'text' }; row: { pg_advisory_xact_lock: 'void' } };
  'staff.lockUser': {
    parameters: { userId: 'text' };
    row: { status: 'user_status'; isVerified: 'bool' };
  };
  'staff.moveUser': {
    parameters: { userId: 'text'; to: 'user_status'; from: 'user_status' };
    row: { id: 'text' };
  };
  'staff.revoke': {
    parameters: { userId: 'text'; roleId: 'text' };
    row: { expiresAt: 'timestamptz | null' };
  };
  'staff.rights': { parameters: { userId: 'text' }; row: { roles: 'json' } };
  'staff.selectGrant': {
    parameters: { userId: 'text'; roleId: 'text' };
    row: { expiresAt: 'timestamptz | null' };
  };
  'staff.supersede': { parameters: { email: 'text'; userId: 'text' }; row: { userId: 'text' } };
  'transfers.find': {
    parameters: { id: 'text' };
    row: {
      id: 'text';
      refundId: 'text';
      orderId: 'text';
      refundStatus: 'refund_status';
      status: 'refund_status';
      amount: 'int8';
      currency: 'bpchar';
      attempt: 'int4';
      lastError: 'text | null';
      askedAt: 'timestamptz | null';
      createdAt: 'timestamptz';
      providerId: 'text | null';
      paymentId: 'text';
      provider: 'text';
      creditAccountId: 'text | null';
      providerPaymentId: 'text | null';
      isDisputed: 'bool';
      paymentLeft: 'int8';
    };
  };
  'transfers.findRemote': {
    parameters: { providerId: 'text'; id: 'text' };
    row: {
      id: 'text';
      refundId: 'text';
      orderId: 'text';
      refundStatus: 'refund_status';
      status: 'refund_status';
      amount: 'int8';
      currency: 'bpchar';
      attempt: 'int4';
      lastError: 'text | null';
      askedAt: 'timestamptz | null';
      createdAt: 'timestamptz';
      providerId: 'text | null';
      paymentId: 'text';
      provider: 'text';
      creditAccountId: 'text | null';
      providerPaymentId: 'text | null';
      isDisputed: 'bool';
      paymentLeft: 'int8';
    };
  };
  'transfers.markRequested': { parameters: { id: 'text'; attempt: 'int4' }; row: {} };
  'transfers.move': {
    parameters: {
      to: 'refund_status';
      failure: 'text';
      providerId: 'text';
      id: 'text';
      from: 'refund_status';
    };
    row: {};
  };
  'transfers.ofRefund': {
    parameters: { refundId: 'text' };
    row: {
      id: 'text';
      refundId: 'text';
      orderId: 'text';
      refundStatus: 'refund_status';
      status: 'refund_status';
      amount: 'int8';
      currency: 'bpchar';
      attempt: 'int4';
      lastError: 'text | null';
      askedAt: 'timestamptz | null';
      createdAt: 'timestamptz';
      providerId: 'text | null';
      paymentId: 'text';
      provider: 'text';
      creditAccountId: 'text | null';
      providerPaymentId: 'text | null';
      isDisputed: 'bool';
      paymentLeft: 'int8';
    };
  };
  'transfers.reserve': { parameters: { paymentIds: 'text[]'; amounts: 'int8[]' }; row: {} };
  'transfers.reserveRemote': { parameters: { amount: 'int8'; paymentId: 'text' }; row: {} };
  'transfers.retry': { parameters: { id: 'text' }; row: {} };
  'transfers.spendAttempt': {
    parameters: { message: 'text'; id: 'text'; attempt: 'int4' };
    row: {};
  };
  'transfers.waiting': {
    parameters: { orderId: 'text' };
    row: { id: 'text'; isDisputed: 'bool'; isShort: 'bool'; isSpent: 'bool' };
  };
  'webhooks.closeDiscarded': { parameters: { job: 'text' }; row: {} };
  'webhooks.failed': { parameters: { why: 'text'; provider: 'text'; id: 'text' }; row: {} };
  'webhooks.find': {
    parameters: { provider: 'text'; id: 'text' };
    row: { payload: 'text'; processedAt: 'timestamptz | null' };
  };
  'webhooks.markForeign': { parameters: { why: 'text'; provider: 'text'; id: 'text' }; row: {} };
  'webhooks.processed': {
    parameters: { isPersonal: 'bool'; provider: 'text'; id: 'text' };
    row: {};
  };
  'webhooks.requeue': {
    parameters: { job: 'text'; limit: 'int8'; maxAttempts: 'int4' };
    row: { provider: 'text'; id: 'text' };
  };
  'webhooks.store': {
    parameters: {
      provider: 'text';
      id: 'text';
      type: 'text';
      objectId: 'text';
      payload: 'text';
      isActedOn: 'bool';
      job: 'text';
      maxAttempts: 'int4';
    };
    row: { id: 'text' };
  };
  'worker.exhaustAttempts': { parameters: { jobId: 'text' }; row: {} };
  'worker.removeSuperseded': { parameters: { scheduled: 'text[]' }; row: {} };
  'worker.returnAttempt': { parameters: { jobId: 'text' }; row: {} };
  'worker.returnJob': {
    parameters: { jobId: 'text'; attemptsBefore: 'int4' };
    row: { id: 'int8' };
  };
  'worker.unlockOrphans': {
    parameters: {};
    row: { workers: 'text[]'; force_unlock_workers: 'void' };
  };
  'workflows.abandon': { parameters: { id: 'text' }; row: {} };
  'workflows.claimOverdue': {
    parameters: { limit: 'int8' };
    row: { id: 'text'; kind: 'text'; subjectId: 'text'; attempts: 'int4' };
  };
  'workflows.escalate': {
    parameters: { why: 'text'; kind: 'text'; subjectId: 'text' };
    row: { id: 'text' };
  };
  'workflows.postpone': { parameters: { seconds: 'int4'; id: 'text' }; row: {} };
  'workflows.recordError': { parameters: { error: 'text'; id: 'text' }; row: {} };
  'workflows.resume': { parameters: { id: 'text' }; row: { id: 'text' } };
}
