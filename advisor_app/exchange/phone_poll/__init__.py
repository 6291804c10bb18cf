"""The live poll on phones: a web server for the local network that knows nothing but what is asked right now."""
