-- What a version that has not begun says of targets and consolidation, a version written in consolidation, and a device
-- that was taken out of the protocol's plan are judged otherwise now: such cases are due to be judged anew.
UPDATE case_standing SET reassess_at = least(reassess_at, now())
WHERE case_id IN (SELECT case_id FROM protocol_version WHERE version > 1 UNION SELECT case_id FROM device WHERE removed_at IS NOT NULL);
