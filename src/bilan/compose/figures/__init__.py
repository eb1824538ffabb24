"""One file for each kind of figure: which data it shows, and every label it carries, already printed."""
