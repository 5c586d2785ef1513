"""Where written workouts come from: files of many kinds, addresses, the clipboard, a pipe."""
