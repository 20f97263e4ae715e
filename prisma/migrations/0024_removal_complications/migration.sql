-- The complications seen at a removal are complications like any other: the report of the removal names them. What was
-- written in words before stays with its report.
CREATE TABLE removal_complication (
  operation_id uuid NOT NULL,
  complication_id uuid NOT NULL,
  case_id uuid NOT NULL,
  CONSTRAINT removal_complication_pkey PRIMARY KEY (operation_id, complication_id)
);
ALTER TABLE removal_complication
  ADD CONSTRAINT removal_complication_case_id_operation_id_fkey FOREIGN KEY (case_id, operation_id) REFERENCES operation (case_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT removal_complication_case_id_complication_id_fkey FOREIGN KEY (case_id, complication_id) REFERENCES complication (case_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER removal_complication_append_only BEFORE UPDATE OR DELETE ON removal_complication
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER removal_complication_no_truncate BEFORE TRUNCATE ON removal_complication
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whether an arm is on is said in one place: the arm was placed with its device, and taken off by an entry of the device.
-- The sheet of the theatre says only what stays in; where it last said of an arm that it is off, and the device does not,
-- the device says so from now on, under the id and the name of who wrote it.
ALTER TABLE hardware_entry ALTER COLUMN arm DROP NOT NULL;
INSERT INTO device_event (id, case_id, device_id, kind, at, reason, recorded_by, recorded_at)
SELECT h.id, h.case_id, h.device_id, 'arm-removed', h.recorded_at, 'From the hardware sheet', h.recorded_by, h.recorded_at
FROM (SELECT DISTINCT ON (device_id) * FROM hardware_entry ORDER BY device_id, recorded_at DESC, id DESC) h
JOIN device d ON d.id = h.device_id
WHERE h.arm = 'off' AND h.recorded_at >= d.placed_at AND (d.removed_at IS NULL OR h.recorded_at <= d.removed_at)
  AND NOT EXISTS (SELECT FROM device_event e WHERE e.device_id = h.device_id AND e.kind = 'arm-removed' AND NOT e.retracted
    AND NOT EXISTS (SELECT FROM device_event c WHERE c.corrects_id = e.id));
