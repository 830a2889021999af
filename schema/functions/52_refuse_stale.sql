-- Purpose: name the first stream that moved on since its version was read.
-- Parameters: p_department; streams, the versions expected of them, those they are at
-- Result: none; raises
-- SQLSTATEs: PD001 stale_version (DETAIL: stream, expected, found), PD005 malformed_event when
--   no version was expected
-- Volatility: immutable
CREATE OR REPLACE FUNCTION log.refuse_stale(
  p_department text, p_streams text[], p_expected bigint[], p_found bigint[]
) RETURNS void
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
  FOR i IN 1 .. cardinality(p_streams) LOOP
    IF p_expected[i] IS NULL THEN
      RAISE EXCEPTION 'no version is expected of stream %', p_streams[i] USING ERRCODE = 'PD005';
    ELSIF p_expected[i] IS DISTINCT FROM p_found[i] THEN
      RAISE EXCEPTION 'stream % of % is at version %, not %', p_streams[i], p_department,
        p_found[i], p_expected[i]
        USING ERRCODE = 'PD001',
        DETAIL = format('%s %s %s', p_streams[i], p_expected[i], p_found[i]);
    END IF;
  END LOOP;
END $$;
