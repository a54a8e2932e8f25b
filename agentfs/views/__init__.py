"""The rules of a view: what a path shows, which inode stands for it, what its writers had read.

Pure code over values; the files and the log behind it come in through Protocols.
"""
