-- AlterTable
ALTER TABLE "carts" ADD COLUMN     "approval_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "approval_version" INTEGER;

-- What waits for an approver is few of all carts.
CREATE INDEX "carts_approvals_idx" ON "carts"("company_location_id", "id")
  WHERE "approval_version" IS NOT NULL AND "status" = 'open';
