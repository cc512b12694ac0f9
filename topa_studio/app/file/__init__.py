"""The film's file: saved, watched, kept, put together with what others write."""
