"""The rules of the trade: immutable values and pure functions, without storage, files or windows."""
