// Placeholder until the first file of Domain lands; delete with it.
