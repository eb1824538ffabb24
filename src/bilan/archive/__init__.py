"""Where do issued editions stay? In folders people can read, each edition whole or not there."""
