"""Clips and pictures as files: probe, frames, crops."""
