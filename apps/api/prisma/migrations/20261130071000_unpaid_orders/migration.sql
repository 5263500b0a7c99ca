-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "client_key" TEXT;

-- AlterTable
ALTER TABLE "payments" ADD COLUMN     "tried" BOOLEAN NOT NULL DEFAULT false;

-- What is open was tried where its state says so.
UPDATE "payments" SET "tried" = true
WHERE "status" IN ('requires_action', 'processing', 'failed', 'authorized');

-- The unpaid orders of one client and of one e-mail address, which are counted at each checkout.
CREATE INDEX "orders_unpaid_client" ON "orders" ("client_key")
WHERE "client_key" IS NOT NULL AND "payment_status" IN ('unpaid', 'failed')
  AND "status" IN ('pending', 'confirmed') AND "fulfillment_status" = 'unfulfilled';

CREATE INDEX "orders_unpaid_email" ON "orders" ("email")
WHERE "payment_status" IN ('unpaid', 'failed')
  AND "status" IN ('pending', 'confirmed') AND "fulfillment_status" = 'unfulfilled';
