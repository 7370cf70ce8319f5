"""Who may: one table of permissions, pure predicates, and the door in front of every view."""
