"""The staff's one work list: corrections, requests and merges that wait for a yes or a no."""
