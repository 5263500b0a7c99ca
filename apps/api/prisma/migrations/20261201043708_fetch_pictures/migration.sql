-- AlterTable
ALTER TABLE "catalog_imports" ADD COLUMN     "fetch_pictures" BOOLEAN NOT NULL DEFAULT false;
