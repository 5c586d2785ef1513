"""The page: a server for the phone, on `Coach` and what stands beside it."""
