-- Purpose: few rows of log.department to a page. Each append locks one and moves its bound along now and
-- then: many departments' rows on one page wait for the page, and for its clearing of old versions.
-- Never edited once released: its checksum is kept in every database.

ALTER TABLE log.department SET (fillfactor = 10);
