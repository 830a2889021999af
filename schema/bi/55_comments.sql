-- Purpose: what tools show beside views and columns: the dictionary's words. Comments stay while the views
--   do, so that this runs only where the files changed.
DO $$
DECLARE
  told record;
BEGIN
  FOR told IN SELECT * FROM bi.dictionary d WHERE d.label_en IS NOT NULL LOOP
    EXECUTE format('COMMENT ON %s IS %L',
      CASE WHEN told.column_name IS NULL THEN format('VIEW bi.%I', told.entity)
        ELSE format('COLUMN bi.%I.%I', told.entity, told.column_name) END,
      format('%s — %s. %s %s', told.label_en, told.label_ja, told.definition_en,
        told.definition_ja));
  END LOOP;
END $$;
