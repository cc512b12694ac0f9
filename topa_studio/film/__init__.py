"""Scenario and takes as one cut list that every player reads."""
