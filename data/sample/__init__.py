"""Sample reports about invented authorities: sources, PDFs, texts and right answers."""
