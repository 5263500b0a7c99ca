-- DropIndex
DROP INDEX "orders_customer_id_idx";

-- CreateTable
CREATE TABLE "customer_addresses" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "is_default_shipping" BOOLEAN NOT NULL DEFAULT false,
    "is_default_billing" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_addresses_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "customer_addresses_customer_id_id_idx" ON "customer_addresses"("customer_id", "id");

-- CreateIndex
CREATE INDEX "orders_customer_id_id_idx" ON "orders"("customer_id", "id");

-- AddForeignKey
ALTER TABLE "customer_addresses" ADD CONSTRAINT "customer_addresses_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma cannot declare.

CREATE UNIQUE INDEX "customer_addresses_default_shipping" ON "customer_addresses" ("customer_id")
  WHERE "is_default_shipping";
CREATE UNIQUE INDEX "customer_addresses_default_billing" ON "customer_addresses" ("customer_id")
  WHERE "is_default_billing";

-- The orders that are attached to a customer who proves an address.
CREATE INDEX "orders_guest_email" ON "orders" ("email") WHERE "customer_id" IS NULL;
