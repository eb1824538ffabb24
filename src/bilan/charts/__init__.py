"""How is a figure drawn? One file a kind, each from data to SVG at its printed size."""
