-- A removal that leaves a device in place no longer ends the course: such cases are due to be judged anew, and are by
-- whoever reads next. What came of them is made anew where it is missing.
UPDATE case_standing SET reassess_at = least(reassess_at, now())
WHERE case_id IN (SELECT case_id FROM operation WHERE kind = 'removal' INTERSECT SELECT case_id FROM device WHERE removed_at IS NULL);
DELETE FROM case_outcome
WHERE case_id IN (SELECT case_id FROM operation WHERE kind = 'removal' INTERSECT SELECT case_id FROM device WHERE removed_at IS NULL);
