-- AlterTable
ALTER TABLE "carts" ADD COLUMN     "merged_into_id" TEXT;

-- CreateIndex
CREATE INDEX "carts_merged_into_id_idx" ON "carts"("merged_into_id");

-- AddForeignKey
ALTER TABLE "carts" ADD CONSTRAINT "carts_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "carts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma cannot declare.

-- A customer's open carts, the one that was written to last first.
CREATE INDEX "carts_open_of_customer" ON "carts" ("customer_id", "updated_at" DESC)
  WHERE "status" = 'open' AND "customer_id" IS NOT NULL;
ALTER TABLE "carts" ADD CONSTRAINT "carts_merged_check"
  CHECK ("merged_into_id" IS NULL OR ("customer_id" IS NULL AND "status" = 'open'));
