"""Figures over the log and over schedules: what was done, what was retained, what is to come. Pure."""
