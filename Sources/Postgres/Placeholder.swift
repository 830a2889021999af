// Placeholder until the first file of Postgres lands; delete with it.
