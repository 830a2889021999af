// Placeholder until the first file of Statistics lands; delete with it.
