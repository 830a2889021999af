-- Purpose: the organization, its departments, members and their roles.
-- Columns: beside each, with its unit; every row names the department whose log it comes from.
-- Key: the primary key of each table; "position" is the last event that changed the row.

-- What the organization was founded with.
CREATE TABLE organization (
  department text COLLATE "C" NOT NULL, -- the head department
  name text NOT NULL,
  time_zone text NOT NULL, -- such as Asia/Tokyo
  fiscal_year_start bigint NOT NULL, -- a month, 1 to 12
  trial_days bigint NOT NULL, -- days after a training within which something is to be tried
  founded_at timestamptz NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department)
);

-- A department as the organization knows it.
CREATE TABLE department (
  department text COLLATE "C" NOT NULL, -- the head department, in whose log this stands
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  is_closed boolean NOT NULL,
  successor text COLLATE "C",
  closed_reason text,
  sponsor text COLLATE "C", -- the executive who answers for its improvement work, as last assigned
  registered_at timestamptz NOT NULL,
  closed_at timestamptz,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, code)
);

-- By its code alone, which every command asks.
CREATE INDEX department_code ON department (code);

-- An account that belongs, or belonged, to the organization.
CREATE TABLE member (
  department text COLLATE "C" NOT NULL, -- the head department, in whose log this stands
  account text COLLATE "C" NOT NULL,
  home text COLLATE "C" NOT NULL, -- the department that the member works in
  layer text COLLATE "C" NOT NULL,
  is_machine boolean NOT NULL,
  joined_at timestamptz NOT NULL,
  home_since timestamptz NOT NULL, -- since when in this department and layer
  home_position bigint NOT NULL, -- of the event that says so
  left_at timestamptz, -- NULL while a member
  left_reason text,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, account)
);

-- By the account alone, which every command asks.
CREATE INDEX member_account ON member (account);

-- A role that a member holds.
CREATE TABLE member_role (
  department text COLLATE "C" NOT NULL, -- the head department, in whose log this stands
  account text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  departments text[] NOT NULL, -- for which it is held; for all where it is empty
  granted_at timestamptz NOT NULL,
  granted_by text COLLATE "C" NOT NULL,
  "position" bigint NOT NULL,
  PRIMARY KEY (department, account, role)
);
