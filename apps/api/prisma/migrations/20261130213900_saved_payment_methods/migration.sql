-- AlterTable
ALTER TABLE "payments" ADD COLUMN     "saved_method_id" TEXT;

-- CreateTable
CREATE TABLE "saved_payment_methods" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "setup_id" TEXT,
    "method_id" TEXT,
    "brand" TEXT,
    "last4" TEXT,
    "expiry_month" INTEGER,
    "expiry_year" INTEGER,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "usage" TEXT NOT NULL,
    "consent_version" TEXT NOT NULL,
    "consent_text" TEXT NOT NULL,
    "consent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ip" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_payment_methods_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_payment_methods_setup_id_key" ON "saved_payment_methods"("setup_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_payment_methods_method_id_key" ON "saved_payment_methods"("method_id");

-- CreateIndex
CREATE INDEX "saved_payment_methods_customer_id_idx" ON "saved_payment_methods"("customer_id");

-- CreateIndex
CREATE INDEX "saved_payment_methods_state_created_at_idx" ON "saved_payment_methods"("state", "created_at");

-- What is paid with has all of a card, and a consent.
ALTER TABLE "saved_payment_methods"
  ADD CONSTRAINT "saved_payment_methods_state_check" CHECK ("state" IN ('pending', 'active', 'removing')),
  ADD CONSTRAINT "saved_payment_methods_usage_check" CHECK ("usage" IN ('on_session', 'off_session')),
  ADD CONSTRAINT "saved_payment_methods_consent_check" CHECK ("consent_version" <> '' AND "consent_text" <> ''),
  ADD CONSTRAINT "saved_payment_methods_card_check" CHECK (
    "state" = 'pending' OR num_nulls("method_id", "brand", "last4", "expiry_month", "expiry_year") = 0
  ),
  ADD CONSTRAINT "saved_payment_methods_default_check" CHECK (NOT "is_default" OR "state" = 'active');

-- A customer has one default.
CREATE UNIQUE INDEX "saved_payment_methods_default_key" ON "saved_payment_methods"("customer_id") WHERE "is_default";
