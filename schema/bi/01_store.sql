-- Purpose: what the star schema keeps of its own: who is told apart by which pseudonym, and what is
--   computed and not selected. No one who reads the star schema can name it; its views read from it.
-- Columns: beside each.
CREATE SCHEMA IF NOT EXISTS bi_store;
CREATE SCHEMA IF NOT EXISTS bi;
COMMENT ON SCHEMA bi IS 'pdca''s star schema for business intelligence — pdca のBI用スタースキーマ';

-- What makes pseudonyms of accounts, and the same ones of the same accounts for good.
CREATE TABLE IF NOT EXISTS bi_store.secret (
  one boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
  secret bytea NOT NULL
);
INSERT INTO bi_store.secret (secret)
SELECT sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
ON CONFLICT DO NOTHING;

-- Which read models the views are made over, and from which files.
CREATE TABLE IF NOT EXISTS bi_store.state (
  one boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
  schema text COLLATE "C" NOT NULL,     -- such as read_7
  definition text COLLATE "C" NOT NULL, -- tells one program's files from another's
  made_at timestamptz NOT NULL
);

-- How far a department's log had come when its signals were computed, and by which rules.
CREATE TABLE IF NOT EXISTS bi_store.computed (
  department text COLLATE "C" NOT NULL PRIMARY KEY,
  "position" bigint NOT NULL,
  profile text COLLATE "C" NOT NULL,
  profile_version bigint NOT NULL,
  computed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- A signal on a KPI's chart as it stands; excluded points are none.
CREATE TABLE IF NOT EXISTS bi_store.signal (
  department text COLLATE "C" NOT NULL,
  kpi text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  period date NOT NULL,          -- first day of the period that first completed the pattern
  number bigint NOT NULL,        -- from 1: patterns of one rule that one period completed
  first_period date NOT NULL,    -- of the points that make up the pattern
  last_period date NOT NULL,
  points bigint NOT NULL,
  side text COLLATE "C",         -- high or low; NULL for patterns without one
  reading text COLLATE "C" NOT NULL,
  is_provisional boolean NOT NULL, -- on trial limits only
  is_first boolean NOT NULL,     -- it told of its change first
  is_open boolean NOT NULL,      -- it waits for somebody to take note of its change
  onset date,                    -- first day of the period in which its change began
  level_before double precision, -- of the change, in the KPI's unit
  level_after double precision,
  "position" bigint NOT NULL,    -- of the log, that it was computed from
  profile text COLLATE "C" NOT NULL,
  profile_version bigint NOT NULL,
  PRIMARY KEY (department, kpi, rule, period, number)
);

-- From what gains were computed: they rest on all departments' logs.
CREATE TABLE IF NOT EXISTS bi_store.gains_computed (
  one boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
  events bigint NOT NULL,        -- of all logs together
  day date NOT NULL,             -- in the organization's time zone
  profile text COLLATE "C" NOT NULL,
  profile_version bigint NOT NULL,
  computed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What a design gained by a KPI, as `pdca roi` computes it: the part of one value area.
CREATE TABLE IF NOT EXISTS bi_store.gain (
  department text COLLATE "C" NOT NULL, -- of the KPI
  kpi text COLLATE "C" NOT NULL,
  design text COLLATE "C" NOT NULL,     -- such as HQ-D2
  value_area text NOT NULL,             -- empty for a KPI that belongs to none
  share double precision NOT NULL,      -- the area's part of the whole gain, up to 1
  since date NOT NULL,                  -- first day that counts
  until date NOT NULL,                  -- last day that counts
  quantity double precision NOT NULL,   -- in the KPI's unit; below 0 for a loss
  quantity_low double precision,        -- ends of the interval
  quantity_high double precision,
  amount bigint,                        -- minor units of `currency`; NULL where nobody stated a value
  amount_low bigint,
  amount_high bigint,
  currency text COLLATE "C",
  method text COLLATE "C" NOT NULL,     -- how it was told from what else happened
  "position" bigint NOT NULL,           -- of the KPI's log, that it was computed from
  profile text COLLATE "C" NOT NULL,
  profile_version bigint NOT NULL,
  PRIMARY KEY (department, kpi, design, value_area)
);

-- Of which account each pseudonym is: with its owner's rights, since nobody else is to see the secret.
CREATE OR REPLACE VIEW bi_store.pseudonym AS
SELECT m.account,
  'P' || left(encode(sha256(
    (SELECT s.secret FROM bi_store.secret s) || convert_to(m.account, 'UTF8')), 'hex'), 12)
    AS person_key
FROM member m;

-- Unit of a currency in its minor units: 1 for JPY, 100 for EUR.
CREATE OR REPLACE VIEW bi_store.currency AS
SELECT code, units FROM (
  SELECT string_to_table(
      'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF', ' '), 1
  UNION ALL SELECT string_to_table('BHD IQD JOD KWD LYD OMR TND', ' '), 1000
  UNION ALL SELECT string_to_table('CLF UYW', ' '), 10000
) c (code, units);
