-- AlterTable
ALTER TABLE "reconciliations" ADD COLUMN     "fees" INTEGER NOT NULL DEFAULT 0;
