"""Three invented officers for a walk through the line: `python -m tests.e2e.people` puts them on record."""

from __future__ import annotations

PASSWORD = "walk-the-line-25"
TYPIST, HEAD, REVIEWER = "typist", "head", "reviewer"
DIVISION = "minyi"


def enrol() -> None:
    """A typist, the head of 民事审判第一庭 and a reviewer, each with an account."""
    from django.contrib.auth import get_user_model

    from liwan_court.registry.appointments import appoint
    from liwan_court.registry.models import Division, Officer
    from liwan_court.registry.posts import Post

    division = Division.objects.get(code=DIVISION)
    for number, (username, name, post, where) in enumerate(
        [
            (TYPIST, "甘晓晴", Post.TYPIST, None),
            (HEAD, "陆思远", Post.DIVISION_HEAD, division),
            (REVIEWER, "方静", Post.TRIAL_MANAGEMENT, None),
        ]
    ):
        user = get_user_model().objects.create_user(username, password=PASSWORD)
        officer = Officer.objects.create(user=user, name=name, staff_no=f"9{number:03d}", division=where)
        appoint(officer, post, where)


if __name__ == "__main__":
    import django

    django.setup()
    enrol()
