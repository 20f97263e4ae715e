-- Search: the beginning of a word is found by its trigrams, however many cases have ended.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX patient_search_text_trgm_idx ON patient USING gin (search_text gin_trgm_ops);
CREATE INDEX device_lot_trgm_idx ON device USING gin (lower(lot) gin_trgm_ops);

-- Live: which transaction changed the judgement of a case last. Whoever remembers the oldest transaction that was
-- still open at a time finds by it all that changed since, whatever the clocks say and however commits overtake.
CREATE TABLE case_change (
  case_id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  changed_in bigint NOT NULL,
  CONSTRAINT case_change_pkey PRIMARY KEY (case_id)
);
CREATE INDEX case_change_clinic_id_changed_in_idx ON case_change(clinic_id, changed_in);

ALTER TABLE case_change ADD CONSTRAINT case_change_clinic_id_case_id_fkey
  FOREIGN KEY (clinic_id, case_id) REFERENCES distraction_case (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
-- Small and rewritten often, as the standings are.
ALTER TABLE case_change SET (autovacuum_vacuum_scale_factor = 0.05);

-- Every write to a case ends with its standing, so this is where every change passes. The message names the clinic
-- only; it wakes who listens, who then reads what changed.
CREATE FUNCTION note_case_change() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  standing case_standing := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  INSERT INTO case_change AS c (case_id, clinic_id, changed_in)
  VALUES (standing.case_id, standing.clinic_id, pg_current_xact_id()::text::bigint)
  ON CONFLICT (case_id) DO UPDATE SET changed_in = excluded.changed_in WHERE c.changed_in <> excluded.changed_in;
  PERFORM pg_notify('turnwise_change', standing.clinic_id::text);
  RETURN NULL;
END $$;

CREATE TRIGGER case_standing_change AFTER INSERT OR UPDATE OR DELETE ON case_standing
  FOR EACH ROW EXECUTE FUNCTION note_case_change();
