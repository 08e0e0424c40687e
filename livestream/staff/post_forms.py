"""Forms of posts. They read what is typed; the rules stand in the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from livestream.actions.posting import LONGEST
from livestream.actions.posts import CARD, Writing
from livestream.microblog import templates
from livestream.microblog.counting import LIMIT, LINK_COUNTS
from livestream.models import MicroblogPost
from liwan_court.registry.models import Officer

if TYPE_CHECKING:
    from livestream.models import Session

NOTHING, UPLOAD, DRAWN, KEEP = "", "upload", "card", "keep"


class PostForm(forms.Form):
    """A text, and what picture goes with it. Without script the count is told when it is tried or saved."""

    text = forms.CharField(
        label="正文",
        max_length=LONGEST,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 5, "class": "post-text"}),
        help_text="不写当事人姓名、名称，写原告、被告等；序号和本站链接自动加上，不要写网址和 #话题#。",
    )
    with_picture = forms.ChoiceField(
        label="配图", choices=[(NOTHING, "不配图"), (UPLOAD, "上传图片"), (DRAWN, "场次卡片")],
        widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    picture = forms.FileField(
        label="图片文件",
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/gif"}),
        help_text="JPEG、PNG 或 GIF，不超过20MB；自动缩小、去掉拍摄信息并加水印。不得露出当事人面部、证件。",
    )

    def __init__(
        self,
        *args: Any,
        stage: str,
        corrects: int | None = None,
        post: MicroblogPost | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs |= {
            "data-halves": templates.frame_halves(stage, corrects),
            "data-link": LINK_COUNTS,
            "data-limit": LIMIT,
            "aria-describedby": "room id_text_helptext",
        }
        if post is not None and post.picture_private:
            choices = [(KEEP, "保留现有配图"), *self.fields["with_picture"].choices]  # type: ignore[attr-defined]
            self.fields["with_picture"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A file where one is announced; a file alone announces itself."""
        data = super().clean() or {}
        if data.get("picture") and data.get("with_picture") in (NOTHING, KEEP):
            data["with_picture"] = UPLOAD
        if data.get("with_picture") == UPLOAD and not data.get("picture") and "picture" not in self.errors:
            self.add_error("picture", "请选择图片文件，或选“不配图”")
        return data

    def writing(self) -> Writing:
        """What was typed, with the picture's bytes."""
        chosen = self.cleaned_data["with_picture"]
        picture = None
        if chosen == DRAWN:
            picture = CARD
        elif chosen == UPLOAD:
            picture = self.cleaned_data["picture"].read()
        return Writing(self.cleaned_data["text"], picture)

    @property
    def without_picture(self) -> bool:
        """Whether the picture there is goes."""
        return bool(self.cleaned_data["with_picture"] == NOTHING)


class CheckerForm(forms.Form):
    """Whom the judge names; nobody: himself."""

    officer = forms.ModelChoiceField(
        Officer.objects.filter(active=True, user__is_active=True),
        label="由谁在庭核对", required=False, empty_label="由我本人核对",
    )  # fmt: skip

    @classmethod
    def of(cls, session: Session) -> CheckerForm:
        """As it stands."""
        named = getattr(session, "post_checker", None)
        return cls(initial={"officer": named.officer_id if named else None}, auto_id=f"id_{session.pk}_%s")
