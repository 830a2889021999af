// Placeholder until the first file of CanonicalJSON lands; delete with it.
