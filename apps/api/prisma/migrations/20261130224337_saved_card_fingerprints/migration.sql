-- AlterTable
ALTER TABLE "saved_payment_methods" ADD COLUMN     "fingerprint" TEXT,
ADD COLUMN     "remote_customer_id" TEXT;

-- A customer saves a card once; what replaces it comes after it.
CREATE UNIQUE INDEX "saved_payment_methods_fingerprint_key"
  ON "saved_payment_methods"("customer_id", "provider", "fingerprint") WHERE "state" = 'active';
