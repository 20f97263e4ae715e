-- What can be done about a flag besides acknowledging it, and how far it had gone when somebody looked at it.
ALTER TABLE flag_decision
  ADD COLUMN extent integer,
  ADD COLUMN action text,
  ADD COLUMN assignee_id uuid,
  ADD CONSTRAINT flag_decision_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  DROP CONSTRAINT flag_decision_kind_check,
  ADD CONSTRAINT flag_decision_kind_check CHECK (kind IN ('acknowledged', 'snoozed', 'assigned', 'resolved', 'reopened')),
  -- Null: decided before the extent was kept, which covers the flag as it was first raised.
  ADD CONSTRAINT flag_decision_extent_check CHECK (extent >= 1),
  ADD CONSTRAINT flag_decision_snoozed_check CHECK (kind <> 'snoozed' OR until IS NOT NULL),
  ADD CONSTRAINT flag_decision_action_check CHECK (CASE WHEN kind = 'resolved'
    THEN action IS NOT NULL AND action IN ('call-made', 'protocol-amended', 'measured') ELSE action IS NULL END),
  ADD CONSTRAINT flag_decision_assignee_check CHECK (assignee_id IS NULL OR kind = 'assigned');
