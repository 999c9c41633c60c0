"""Search: Dutch analysis, the index, and asking it; knows only what rooms pin on the search board."""

import os

# Read by numpy and by the model when they are loaded: web and worker have processes enough, more threads only get in
# each other's way.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")
