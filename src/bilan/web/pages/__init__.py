"""The pages: server-rendered, in five languages, useful without a script."""
