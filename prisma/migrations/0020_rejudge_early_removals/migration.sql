-- A decision to remove the hardware early now opens the removal window and waives consolidation: cases with such a
-- decision are due to be judged anew, and are by whoever reads next.
UPDATE case_standing SET reassess_at = least(reassess_at, now())
WHERE case_id IN (SELECT case_id FROM course_event WHERE kind = 'early-removal-decided');
