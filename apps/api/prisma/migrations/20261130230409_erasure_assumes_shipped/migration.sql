-- AlterTable
ALTER TABLE "data_requests" ADD COLUMN     "assumes_shipped" BOOLEAN NOT NULL DEFAULT false;
