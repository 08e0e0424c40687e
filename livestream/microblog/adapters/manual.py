"""By hand: the text is copied, posted by a person, and its address pasted back. The default, and the way out of every other."""

from __future__ import annotations

from livestream.microblog.adapters.base import Answer, Outgoing, Refused


class Manual:
    """Nothing is sent; the post waits for a person."""

    name = "manual"
    by_hand = True

    def send(self, _post: Outgoing) -> Answer:
        """Refuse: nobody may queue what is posted by hand."""
        return Refused("人工发布：请复制文字到微博发布，再把地址贴回本页")
