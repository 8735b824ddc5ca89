"""What is kept: progress in SQLite, and deck files on disk. Import modules by name: most are slow to load."""
