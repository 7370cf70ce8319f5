"""What an administrator does: one function per act, one transaction per function."""
