"""WHERE it goes, live: one module for each library that plays, tried in the order of the table."""
