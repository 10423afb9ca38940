"""The pictures: each module has a `PICTURE` and is named after its query."""
