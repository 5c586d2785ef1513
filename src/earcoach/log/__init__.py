"""What WAS done: sessions and their sets, and where to go on."""
