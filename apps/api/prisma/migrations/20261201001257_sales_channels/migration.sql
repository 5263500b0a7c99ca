-- AlterTable
ALTER TABLE "carts" ADD COLUMN     "sales_channel" TEXT;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "sales_channel" TEXT;
