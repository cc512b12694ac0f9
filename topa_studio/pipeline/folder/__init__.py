"""The folder of results: where files lie, what is found there, what is written for people."""
