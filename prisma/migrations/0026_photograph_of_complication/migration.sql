-- Which complication a photograph shows, of the same case.

ALTER TABLE "photograph" ADD COLUMN "complication_id" UUID;
ALTER TABLE "photograph" ADD CONSTRAINT "photograph_case_id_complication_id_fkey" FOREIGN KEY ("case_id", "complication_id") REFERENCES "complication"("case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
