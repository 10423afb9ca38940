"""The pages, one module each: what they ask the library and what they show."""
