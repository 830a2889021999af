-- Purpose: weekly and monthly reviews, their decisions, what was carried over and added.
-- Columns: beside each, with its unit; every row names the department whose log it comes from.
-- Key: the primary key of each table; "position" is the last event that changed the row.

-- A weekly or monthly review.
CREATE TABLE review (
  department text COLLATE "C" NOT NULL, -- the head department's reviews are those of the organization
  period text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  opened_at timestamptz NOT NULL,
  opened_by text COLLATE "C" NOT NULL,
  snapshot_positions json NOT NULL, -- positions of the logs that the reviewers look at
  profile text, -- rule profile of the charts; NULL before the snapshot
  profile_version bigint,
  snapshot_hash text, -- hexadecimal SHA-256 of the report as versioned JSON
  snapshot_at timestamptz,
  closed_at timestamptz, -- NULL while open
  closed_by text COLLATE "C",
  closing_hash text, -- hexadecimal SHA-256 of positions, profile and acts
  closing_note text,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, period)
);

-- A decision made in a review.
CREATE TABLE review_decision (
  department text COLLATE "C" NOT NULL,
  review text COLLATE "C" NOT NULL,
  number bigint NOT NULL, -- counts the review's decisions from 1
  id text COLLATE "C" NOT NULL, -- as carry-overs name it
  decision text NOT NULL,
  owner text COLLATE "C" NOT NULL, -- who sees to it by now
  due date NOT NULL, -- as decided; it may have been moved since, see view open_decision
  amended_due date, -- the day that it was last amended to
  amended_position bigint, -- of that amendment
  put_off bigint NOT NULL, -- amendments to a later day
  about text, -- the id that it is about
  made_at timestamptz NOT NULL,
  made_by text COLLATE "C" NOT NULL,
  made_position bigint NOT NULL, -- of the decision itself
  done_at timestamptz, -- NULL until done
  done_by text COLLATE "C",
  done_note text,
  withdrawn_at timestamptz, -- NULL unless it is not to be done any longer
  withdrawn_by text COLLATE "C",
  withdrawn_reason text,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, review, number)
);
CREATE INDEX review_decision_open ON review_decision (department, due)
  WHERE done_at IS NULL AND withdrawn_at IS NULL;

-- A decision that a review carried over.
CREATE TABLE review_carry (
  department text COLLATE "C" NOT NULL,
  review text COLLATE "C" NOT NULL, -- the review that carried it over
  decision text COLLATE "C" NOT NULL,
  due date NOT NULL, -- from then on
  reason text NOT NULL,
  carried_at timestamptz NOT NULL,
  carried_by text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, review, decision)
);
CREATE INDEX review_carry_decision ON review_carry (decision);

-- What was added to a review after it was closed.
CREATE TABLE review_addendum (
  department text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  review text COLLATE "C" NOT NULL,
  addendum text NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (department, "position")
);
