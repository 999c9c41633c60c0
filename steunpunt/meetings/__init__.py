"""Coming together: meetings, their programme, who comes, and what is sent round."""
