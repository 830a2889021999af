// Placeholder until the first file of Terminal lands; delete with it.
