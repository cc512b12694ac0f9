"""Small pictures and waves of files: decoded off the loop, kept, and played under the pointer."""
