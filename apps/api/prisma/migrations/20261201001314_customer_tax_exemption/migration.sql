-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "tax_exemption" JSONB;
