"""The court's register in the admin: divisions, officers, posts, deputies, cases (R18)."""

# mypy: disable-error-code="type-arg"
# Django's admin classes take type arguments in the checker only, not when they run.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditlog.admin import LogEntryAdmin
from auditlog.models import LogEntry
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import Q

from liwan_court.admin_access import Business, Kept, ReadOnly, actor_of
from liwan_court.registry.appointments import sync_groups
from liwan_court.registry.models import (
    Case,
    CaseKey,
    Delegation,
    Division,
    FirstResponsible,
    Officer,
    Party,
    PostHolding,
    RegisterRecord,
)
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


SEES_EVERY_CASE = (Post.TRIAL_MANAGEMENT, Post.FILING, Post.PRESIDENT, Post.VICE_PRESIDENT)


class FirstResponsibleInline(Kept, admin.TabularInline):
    """第一责任人, one at a time; the earlier ones stay (R18)."""

    model = FirstResponsible
    extra = 0
    autocomplete_fields = ("officer",)


@admin.register(Division)
class DivisionAdmin(Kept, admin.ModelAdmin):
    """Divisions with the person responsible today."""

    inlines = (FirstResponsibleInline,)
    list_display = ("name", "kind", "responsible", "rotation_order", "reports_effective", "active")
    list_filter = ("kind", "active")
    search_fields = ("name", "code")

    @admin.display(description="第一责任人")
    def responsible(self, division: Division) -> str:
        """Today's; a vacancy is said."""
        officer = division.first_responsible_on(clock.today())
        return officer.name if officer else "空缺"


@admin.register(FirstResponsible)
class FirstResponsibleAdmin(Kept, admin.ModelAdmin):
    """The history of first responsible persons."""

    list_display = ("division", "officer", "since", "until")
    list_filter = ("division",)
    list_select_related = ("division", "officer")
    autocomplete_fields = ("officer", "division")


class PostHoldingInline(Kept, admin.TabularInline):
    """The posts of an officer."""

    model = PostHolding
    extra = 0


@admin.register(Officer)
class OfficerAdmin(Kept, admin.ModelAdmin):
    """People of the court, with their accounts and posts."""

    inlines = (PostHoldingInline,)
    list_display = ("staff_no", "name", "division", "posts", "user", "active")
    list_filter = ("division", "active")
    list_select_related = ("division", "user")
    search_fields = ("name", "staff_no")
    autocomplete_fields = ("division",)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """The groups of his account follow the posts just entered."""
        super().save_related(request, form, formsets, change)
        sync_groups(form.instance)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Officer]:
        """With the posts, in one query more."""
        return super().get_queryset(request).prefetch_related("holdings__division")

    @admin.display(description="现任岗位")
    def posts(self, officer: Officer) -> str:
        """The posts held today."""
        today = clock.today()
        held = [
            h for h in officer.holdings.all() if h.since <= today and (h.until is None or h.until >= today)
        ]
        return "、".join(
            f"{h.get_post_display()}（{h.division}）" if h.division else h.get_post_display() for h in held
        )


@admin.register(PostHolding)
class PostHoldingAdmin(Kept, admin.ModelAdmin):
    """Posts with their periods."""

    list_display = ("officer", "post", "division", "since", "until")
    list_filter = ("post", "division")
    list_select_related = ("officer", "division")
    search_fields = ("officer__name", "officer__staff_no")
    autocomplete_fields = ("officer", "division")

    def save_model(self, request: HttpRequest, obj: PostHolding, form: Any, change: bool) -> None:
        """The groups of the account follow."""
        super().save_model(request, obj, form, change)
        sync_groups(obj.officer)


@admin.register(Delegation)
class DelegationAdmin(Kept, admin.ModelAdmin):
    """Deputies for a period; who entered it is kept."""

    list_display = ("deputy", "holding", "since", "until", "reason", "recorded_by", "recorded_at")
    list_select_related = ("deputy", "holding__officer", "holding__division", "recorded_by")
    autocomplete_fields = ("deputy", "holding")
    readonly_fields = ("recorded_by", "recorded_at")

    def save_model(self, request: HttpRequest, obj: Delegation, form: Any, change: bool) -> None:
        """The one who enters it first is on record."""
        if not change:
            obj.recorded_by_id = request.user.pk
        super().save_model(request, obj, form, change)
        sync_groups(obj.deputy)


class PartyInlineForm(forms.ModelForm):
    """Aliases and addresses one a line instead of JSON."""

    aliases = forms.CharField(label="别名、简称", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    addresses = forms.CharField(label="地址", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    class Meta:
        model = Party
        fields = ("role", "name", "kind", "aliases", "addresses", "order")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("aliases", "addresses"):
            self.initial[name] = "\n".join(getattr(self.instance, name) or [])

    def clean_aliases(self) -> list[str]:
        """Lines."""
        return _lines(self.cleaned_data["aliases"])

    def clean_addresses(self) -> list[str]:
        """Lines."""
        return _lines(self.cleaned_data["addresses"])


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class PartyInline(Business, admin.TabularInline):
    """Parties of a case: personal data, for those who keep or handle the case. A party entered by mistake can go."""

    model = Party
    form = PartyInlineForm
    extra = 0

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Keepers: the change is recorded without the name."""
        return self.has_change_permission(request, obj)


@admin.register(Case)
class CaseAdmin(Business, admin.ModelAdmin):
    """Cases. A number outside the grammar is refused with a suggestion and never changed in silence."""

    inlines = (PartyInline,)
    list_display = ("number", "field", "division", "handling_judge", "cause", "accepted_on", "closed_on")
    list_filter = ("field", "division")
    list_select_related = ("division", "handling_judge")
    search_fields = ("number",)
    autocomplete_fields = ("division", "handling_judge")

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Say how many keys ended because a party became another person (R63)."""
        live = CaseKey.objects.filter(case=form.instance, revoked_at=None)
        before = live.count()
        super().save_related(request, form, formsets, change)
        if ended := before - live.count():
            messages.warning(
                request, f"当事人的姓名或诉讼地位有变更，其{ended}个查阅密码已作废，请核验身份后补发"
            )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Case]:
        """A judge's own cases, a head's division; keepers see all."""
        rows, actor = super().get_queryset(request), actor_of(request)
        if actor.holds(*SEES_EVERY_CASE):
            return rows
        own = Q(handling_judge_id=actor.officer_id) if actor.officer_id else Q(pk__in=[])
        return rows.filter(own | Q(division_id__in=actor.divisions(Post.DIVISION_HEAD)))


class AccountAdmin(Kept, UserAdmin):
    """Accounts: closed, never deleted. What an account may do follows the posts of its officer, so nothing is granted by hand."""

    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("个人信息", {"fields": ("last_name", "first_name", "email")}),
        ("账号", {"fields": ("is_active", "is_staff", "is_superuser")}),
        ("日期", {"fields": ("last_login", "date_joined")}),
    )
    filter_horizontal = ()
    list_display = ("username", "holder", "is_active", "is_staff", "is_superuser", "last_login")
    list_filter = ("is_active", "is_staff", "is_superuser")
    list_select_related = ("officer",)

    @admin.display(description="人员")
    def holder(self, user: User) -> str:
        """The officer who logs in with it."""
        officer = getattr(user, "officer", None)
        return officer.name if officer else "—"


class RecordOfChangesAdmin(LogEntryAdmin):  # type: ignore[misc]
    """The record of changes of the register: for auditors, the president and superusers; changed by nobody (R66)."""

    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[LogEntry]:
        """Nothing of cases and parties for the superuser's account: a case number stands in each of those rows (R22)."""
        rows: QuerySet[LogEntry] = super().get_queryset(request)
        if actor_of(request).holds(Post.AUDITOR, Post.PRESIDENT):
            return rows
        return rows.exclude(content_type__app_label="registry", content_type__model__in=["case", "party"])

    def has_module_permission(self, request: HttpRequest) -> bool:
        """As for looking."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> bool:
        """By post; the superuser sees what he himself changed."""
        is_superuser = bool(getattr(request.user, "is_superuser", False))
        return is_superuser or actor_of(request).holds(Post.AUDITOR, Post.PRESIDENT)

    def has_delete_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        """Nobody."""
        return False


@admin.register(RegisterRecord)
class RegisterRecordAdmin(ReadOnly, admin.ModelAdmin):
    """Who gave out keys, entered milestones, announced hearings, imported; ids and codes, no name and no key (R66)."""

    list_display = ("at", "actor_name", "verb", "subject", "subject_id", "detail")
    list_filter = ("verb",)
    date_hierarchy = "at"


admin.site.unregister(User)
admin.site.register(User, AccountAdmin)
admin.site.unregister(LogEntry)
admin.site.register(LogEntry, RecordOfChangesAdmin)
