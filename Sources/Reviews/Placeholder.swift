// Placeholder until the first file of Reviews lands; delete with it.
