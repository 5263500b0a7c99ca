/**
 * Public values: the names of a shop that was started without configuration, and fixed keys of
 * tests and tools. Production refuses each of them.
 */
export const demo = {
  shopName: 'Cartwright Demo',
  mailFrom: 'Cartwright <shop@localhost>',
  jwtSecret: 'demo-jwt-secret-not-for-production',
  cursorSecret: 'demo-cursor-secret-not-for-production',
  auditSecret: 'demo-audit-secret-not-for-production',
  dataEncryptionKey: 'demo-encryption-key-not-for-production',
  adminApiKey: 'demo-admin-key-not-for-production',
  stripe: {
    secretKey: 'sk_test_cartwright',
    publishableKey: 'pk_test_cartwright',
    webhookSecret: 'whsec_cartwright',
  },
} as const;
