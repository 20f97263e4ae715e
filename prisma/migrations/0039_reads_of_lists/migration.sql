-- Who was shown a list with names of patients, and whose: once in a quarter of an hour for as long as the list is the same.
ALTER TABLE audit_event DROP CONSTRAINT audit_event_read_check;
ALTER TABLE audit_event ADD CONSTRAINT audit_event_read_check CHECK (read_quarter IS NULL OR (
  actor_id IS NOT NULL AND clinic_id IS NOT NULL
  AND ((event = 'case.read' AND case_id IS NOT NULL) OR (event = 'list.read' AND case_id IS NULL))));
CREATE INDEX audit_event_list_read_idx ON audit_event (actor_id, read_quarter) WHERE event = 'list.read';
