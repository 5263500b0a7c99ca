-- CreateEnum
CREATE TYPE "company_role" AS ENUM ('buyer', 'approver', 'admin');

-- CreateEnum
CREATE TYPE "vat_status" AS ENUM ('unverified', 'valid', 'invalid');

-- CreateEnum
CREATE TYPE "exemption_reason" AS ENUM ('reverse_charge', 'resale', 'nonprofit', 'government', 'diplomatic', 'other');

-- CreateTable
CREATE TABLE "companies" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "companies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "company_locations" (
    "id" TEXT NOT NULL,
    "company_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "addresses" JSONB NOT NULL DEFAULT '{}',
    "vat_id" TEXT,
    "vat_status" "vat_status" NOT NULL DEFAULT 'unverified',
    "vat_checked_at" TIMESTAMPTZ(3),
    "vat_consultation_number" TEXT,
    "vat_answer" JSONB NOT NULL DEFAULT '{}',
    "exemption_reason" "exemption_reason",
    "exemption_certificate" TEXT,
    "exemption_country" CHAR(2),
    "exemption_region" TEXT,
    "exemption_valid_until" DATE,
    "payment_terms_days" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_locations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "company_members" (
    "company_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "role" "company_role" NOT NULL,
    "order_limit" BIGINT,
    "order_limit_currency" CHAR(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_members_pkey" PRIMARY KEY ("company_id","customer_id")
);

-- CreateTable
CREATE TABLE "quantity_rules" (
    "id" TEXT NOT NULL,
    "company_id" TEXT NOT NULL,
    "location_id" TEXT,
    "variant_id" TEXT NOT NULL,
    "minimum" INTEGER NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "quantity_rules_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "company_locations_company_id_idx" ON "company_locations"("company_id");

-- CreateIndex
CREATE INDEX "company_members_customer_id_idx" ON "company_members"("customer_id");

-- CreateIndex
CREATE INDEX "quantity_rules_company_id_variant_id_idx" ON "quantity_rules"("company_id", "variant_id");

-- CreateIndex
CREATE INDEX "quantity_rules_location_id_idx" ON "quantity_rules"("location_id");

-- CreateIndex
CREATE INDEX "quantity_rules_variant_id_idx" ON "quantity_rules"("variant_id");

-- AddForeignKey
ALTER TABLE "company_locations" ADD CONSTRAINT "company_locations_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_members" ADD CONSTRAINT "company_members_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_members" ADD CONSTRAINT "company_members_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quantity_rules" ADD CONSTRAINT "quantity_rules_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quantity_rules" ADD CONSTRAINT "quantity_rules_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "company_locations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quantity_rules" ADD CONSTRAINT "quantity_rules_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "company_locations" ADD CONSTRAINT "company_locations_payment_terms_days_check" CHECK ("payment_terms_days" >= 0);
ALTER TABLE "company_members" ADD CONSTRAINT "company_members_order_limit_check" CHECK ("order_limit" >= 0 AND ("order_limit" IS NULL) = ("order_limit_currency" IS NULL));
ALTER TABLE "quantity_rules" ADD CONSTRAINT "quantity_rules_check" CHECK ("minimum" > 0 AND "step" > 0);

-- One rule for a variant at a location, and one for all other locations.
CREATE UNIQUE INDEX "quantity_rules_of_company" ON "quantity_rules"("company_id", "variant_id", coalesce("location_id", ''));
