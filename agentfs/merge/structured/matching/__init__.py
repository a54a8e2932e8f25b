"""Which item of one version is which of another.

`pairs` matches two lists (`increasing`: what of both is in one order) by the `likeness` of their
items (`rekeyed`: of those that got another name).  A `slot` is one thing in
its three versions, and `slots` are those of three lists: `twins` makes both matches agree,
`stayed` leaves comments where they were, `emptied` brings in lists that a side left out as they
were empty.  `moves` finds what went to another list, `relocated` the same of entries of data.

Invariant: each item is in exactly one slot, and no slot has two items of one version.
"""
