"""What several areas show with."""
