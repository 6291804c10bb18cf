"""The Debian package: what it is made of beside the program's folder."""
