"""Text as it should be spoken: what people write in workouts, in words that voices read right."""
