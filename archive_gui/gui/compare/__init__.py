"""Two versions of the model side by side: what the same query finds with each."""
