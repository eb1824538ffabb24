"""Where do observations come from? Tables people edit, read with all their mistakes named."""
