"""The press: reads a sample's source and makes its PDF, its text and its right answers."""
