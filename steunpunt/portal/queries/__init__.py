"""What the front reads: pages, what changed, what comes, what is found."""
