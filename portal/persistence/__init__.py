"""What is kept. Rows never leave this package: domain types and small frozen records do."""
