"""The film as frozen values: scenario, request, take, status; standard library only."""
