"""Configuration: the models of every TOML file and the one way to decode them."""
