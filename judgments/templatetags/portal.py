"""What the public templates need beyond Django: the one place where stored HTML is trusted, the navigation, addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import template
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from judgments.models import PublicEdition

register = template.Library()


@register.filter
def sheet(edition: PublicEdition) -> SafeString:
    """The text of a public edition. Trusted because the writer of public editions escaped it before the leak gate."""
    return mark_safe(edition.html)


@register.inclusion_tag("public/components/nav_link.html", takes_context=True)
def nav_link(context: dict[str, Any], label: str, url: str, *others: str) -> dict[str, Any]:
    """A link of the main navigation, marked as the present section on its own address and on those below `others`."""
    request = context.get("request")
    path = request.path if request else ""
    return {"label": label, "url": url, "current": path.startswith((url, *others))}


@register.filter
def search_url(query: str) -> str:
    """The address of the search for a query, for examples that lead to real results."""
    return f"/judgments/?{urlencode({'q': query})}"
