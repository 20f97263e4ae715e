-- The flags of a standing name the last decision about them: those that anybody decided about are judged anew.
UPDATE case_standing s SET reassess_at = least(s.reassess_at, now())
WHERE EXISTS (SELECT 1 FROM flag_decision d WHERE d.case_id = s.case_id);
