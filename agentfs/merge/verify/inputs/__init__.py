"""What goes in: the four texts as lines and words, and as what their syntax trees state.

`texts` cuts lines and words, `things` says what a tree states; `judged` is a result with what it
was made of, each parsed once, and `embedded` the same of the texts of other languages in it.
"""
