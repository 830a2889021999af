-- Purpose: form 2 of an event's line: texts beside it instead of in it, and the door. What was appended
--   before keeps form 1, its line and its leaf.
-- Never edited once released: its checksum is kept in every database.
-- In form 2 the salt becomes its SHA-256 where texts are erased.
ALTER TABLE log.event
  ADD COLUMN form smallint NOT NULL DEFAULT 1, -- of the line
  -- The login through which the actor came where it is another's, or assistant; else null.
  ADD COLUMN door text COLLATE "C",
  -- Of each free text, by its JSON pointer in the payload, 16 random bytes in hexadecimal; of an erased
  -- one the 32 of the commitment in its place. In form 1 null.
  ADD COLUMN salts json;
