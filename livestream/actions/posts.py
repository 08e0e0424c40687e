"""起草: a post is written from a template, changed, given a picture, or not used after all (R44, R54)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.db import transaction

from livestream.actions.base import Act, Check
from livestream.actions.posting import (
    LONGEST,
    PostAct,
    Stage,
    State,
    clear_checks,
    session_checks,
    writers_only,
)
from livestream.microblog import facts, pictures
from livestream.models import MicroblogPost, Session
from livestream.models.microblog import originals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor

CARD = b"card"
"""In place of an uploaded picture: the session's card is drawn."""


class Writing:
    """A text and a picture as somebody gave them. The picture is prepared at once; what was uploaded is not kept."""

    def __init__(self, text: str, picture: bytes | None = None) -> None:
        self.text = text.strip()
        self.picture = picture
        self.ready = b""

    def checks(self, session: Session) -> Iterator[Check]:
        """A text of a length that can be kept, and a picture that is one."""
        yield Check("text", bool(self.text), "有正文", "请写正文")
        fits = len(self.text) <= LONGEST
        yield Check("kept", fits, f"不超过{LONGEST}个字符", f"正文超过{LONGEST}个字符，请先删短")
        if self.picture:
            problem = self._prepare(session)
            yield Check("picture", not problem, "图片可用", problem)

    def _prepare(self, session: Session) -> str:
        if self.ready or not self.picture:
            return ""
        try:
            if self.picture == CARD:
                self.ready = facts.card_of(session)
            else:
                self.ready = pictures.prepare(self.picture, *facts.marks_of(session))
        except pictures.PictureRefused as refused:
            return str(refused)
        return ""

    def keep_picture(self, post: MicroblogPost) -> None:
        """Put the prepared picture into private storage, under a name that says nothing."""
        if self.ready:
            name = f"posts/{pictures.public_name(pictures.new_public_name())}.jpg"
            post.picture_private.save(name, ContentFile(self.ready), save=False)


class DraftPost(Act[Session, MicroblogPost]):
    """A new draft. A correction names the published post it corrects; that one stays as it is."""

    verb = "起草微博"

    def __init__(
        self,
        session: Session,
        actor: Actor,
        stage: str,
        writing: Writing,
        corrects: MicroblogPost | None = None,
    ) -> None:
        super().__init__(session, actor)
        self.stage, self.writing, self.corrects = stage, writing, corrects

    def post_check(self) -> Check:
        """Who writes at the session."""
        return writers_only(self.actor, self.subject, self.verb)

    def checks(self) -> Iterator[Check]:
        """A session with microblog, a known stage, something to correct for a correction, and a text."""
        yield from session_checks(self.subject, self.stage)
        yield Check("stage", self.stage in Stage.values, "阶段", "请选择阶段")
        correcting = self.stage == Stage.CORRECTION
        named = self.corrects
        fits = (
            named is not None and named.state == State.PUBLISHED and named.session_id == self.subject.pk
            if correcting
            else named is None
        )  # fmt: skip
        yield Check("corrects", fits, "更正哪一条", "更正必须指明本场一条已发布的微博，其他阶段不必指明")
        yield from self.writing.checks(self.subject)

    def execute(self) -> None:
        """Keep it."""
        post = MicroblogPost(
            session=self.subject, stage=self.stage, text=self.writing.text, corrects=self.corrects,
            drafted_by_id=self.actor.person_id,
        )  # fmt: skip
        self.writing.keep_picture(post)
        post.save()
        self.result = post

    def detail(self) -> dict[str, Any]:
        """Which post."""
        return {"post": self.result.pk, "stage": self.stage}


class EditPost(PostAct[MicroblogPost]):
    """Change a draft. Whoever changes it last is its drafter; what was checked is checked anew."""

    verb = "修改微博"

    def __init__(
        self, post: MicroblogPost, actor: Actor, writing: Writing, *, without_picture: bool = False
    ) -> None:
        super().__init__(post, actor)
        self.writing, self.without_picture = writing, without_picture

    def checks(self) -> Iterator[Check]:
        """As for a new one."""
        yield from session_checks(self.subject.session, self.subject.stage)
        yield from self.writing.checks(self.subject.session)

    def execute(self) -> None:
        """Keep the new text; a picture only where one is given or taken off."""
        post, kept = self.subject, str(self.subject.picture_private)
        post.text, post.state, post.return_reason = self.writing.text, State.DRAFT, ""
        post.drafted_by_id = self.actor.person_id
        if self.without_picture:
            post.picture_private = ""
        self.writing.keep_picture(post)
        clear_checks(post)
        post.save()
        if kept and kept != str(post.picture_private):
            transaction.on_commit(partial(originals().delete, kept), robust=True)
        self.result = post


class DropPost(PostAct[MicroblogPost]):
    """不用: a draft that will not go out. It stays on record, out of the way."""

    verb = "弃用草稿"

    def execute(self) -> None:
        """Put it aside."""
        self.subject.state = State.DROPPED
        self.subject.save(update_fields=["state"])
        self.result = self.subject
