"""Two versions of a film put together by shot and field."""
