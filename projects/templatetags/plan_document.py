"""Tables and pictures of the plan: bare on paper, in a scrollable frame on a page."""

from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_block_tag(takes_context=True)
def plan_table(context: Context, content: str, caption: Any, css: str = "") -> SafeString:
    """A table with its caption. On a page a narrow screen scrolls it, with the keyboard too."""
    attribute = format_html(' class="{}"', css) if css else ""
    table = format_html("<table{}><caption>{}</caption>{}</table>", attribute, caption, content)
    return scroller(context, table, caption)


@register.simple_block_tag(takes_context=True)
def scroller(context: Context, content: str, label: Any) -> SafeString:
    if context.get("on_paper"):
        return format_html("{}", content)
    return format_html('<div class="scroller" role="region" aria-label="{}" tabindex="0">{}</div>', label, content)
