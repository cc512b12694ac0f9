"""Topa Studio: a storyboard editor whose shots are generated, watched and kept."""

__version__ = "0.1.0"
