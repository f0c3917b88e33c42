"""Pages for people, made from what is published: works on any static host, without a server."""
