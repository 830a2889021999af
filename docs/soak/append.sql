-- Purpose: an append as a command makes it, without projecting; readers catch up.
\set d random(1, 20)
\set p random(1000000, 999999999)
SELECT log.append_one('B' || :d, gen_random_uuid(), '\x00000000000000000000000000000000', '\x0000000000000000000000000000000000000000000000000000000000000000', 'issue-' || :p, 1, 'IssueRaised', 1::smallint, now(), '{"issue":"The figures are old","to":"executive"}');
