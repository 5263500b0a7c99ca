-- AlterTable
ALTER TABLE "carts" ADD COLUMN     "company_location_id" TEXT,
ADD COLUMN     "purchase_order_number" TEXT;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "approved_by" TEXT,
ADD COLUMN     "company_location_id" TEXT,
ADD COLUMN     "payment_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "payment_terms_days" INTEGER,
ADD COLUMN     "purchase_order_number" TEXT,
ADD COLUMN     "tax_exemption" JSONB;
