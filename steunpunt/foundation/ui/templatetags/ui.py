"""The tags `component`, `blockcomponent`, `icon` and `fixed`: loud about mistakes when the template is read, cheap when
it renders."""

from typing import Any

from django import template
from django.template.base import FilterExpression, Node, NodeList, Parser, Template, Token, token_kwargs
from django.template.context import Context
from django.urls import get_script_prefix
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from steunpunt.foundation.sectors import SECTOR_NAMES
from steunpunt.foundation.ui.components import COMPONENTS, Component
from steunpunt.foundation.ui.icons import draw
from steunpunt.foundation.ui.plain_text import plain_text

register = template.Library()
MOST_DRAWN = 64


class ComponentNode(Node):
    """One use of a component; finds its compiled template once and keeps it as long as the page's own template lives."""

    child_nodelists = ("content",)

    def __init__(self, component: Component, given: dict[str, FilterExpression], content: NodeList | None) -> None:
        self.component = component
        self.given = tuple(given.items())
        self.defaults = dict(component.optional)
        self.checked = tuple((name, choices) for name, choices in component.choices.items() if name in given)
        self.content = content if content is not None else NodeList()
        self.has_content = content is not None
        self.compiled: Template | None = None

    def render(self, context: Context) -> SafeString:
        values: dict[str, Any] = self.defaults.copy()
        for name, expression in self.given:
            values[name] = expression.resolve(context)
        for name, choices in self.checked:
            _check_choice(self.component, name, values[name], choices)
        if self.has_content:
            values["content"] = self.content.render(context)
        if self.component.prepare is not None:
            values = self.component.prepare(values)
        if self.compiled is None:
            self.compiled = template.Engine.get_default().get_template(self.component.template_name)
        return self.compiled.render(context.new(values))


@register.tag("component")
def component(parser: Parser, token: Token) -> ComponentNode:
    """`{% component "tag" label="vo" kind="sector" %}`"""
    found, given = _parsed(parser, token)
    if found.is_block:
        raise template.TemplateSyntaxError(f'"{found.name}" has content: use blockcomponent … endblockcomponent.')
    return ComponentNode(found, given, None)


@register.tag("blockcomponent")
def blockcomponent(parser: Parser, token: Token) -> ComponentNode:
    """`{% blockcomponent "card" title=… %}…{% endblockcomponent %}`"""
    found, given = _parsed(parser, token)
    if not found.is_block:
        raise template.TemplateSyntaxError(f'"{found.name}" has no content: use component.')
    content = parser.parse(("endblockcomponent",))
    parser.delete_first_token()
    return ComponentNode(found, given, content)


class FixedNode(Node):
    """A part that is drawn once for all readers: it knows nothing of the page but the values that it is told apart by."""

    child_nodelists = ("content",)

    def __init__(self, given: dict[str, FilterExpression], content: NodeList) -> None:
        self.given = tuple(given.items())
        self.content = content
        self.drawn: dict[tuple[Any, ...], SafeString] = {}

    def render(self, context: Context) -> SafeString:
        values = {name: expression.resolve(context) for name, expression in self.given}
        key = (get_language(), get_script_prefix(), *values.values())
        drawn = self.drawn.get(key)
        if drawn is None:
            drawn = self._draw(context, values)
            if len(self.drawn) >= MOST_DRAWN:
                self.drawn.clear()
            self.drawn[key] = drawn
        return drawn

    def _draw(self, context: Context, values: dict[str, Any]) -> SafeString:
        """With a context of its own, so that nothing of the reader at hand can come to stand in it."""
        own = Context(values)
        own.template = context.template
        return self.content.render(own)


@register.tag("fixed")
def fixed(parser: Parser, token: Token) -> FixedNode:
    """`{% fixed sector=sector %}…{% endfixed %}`: the same for everybody with this sector; a process draws it once."""
    rest = token.split_contents()[1:]
    given = token_kwargs(rest, parser)
    if rest:
        raise template.TemplateSyntaxError(f'"fixed" takes only name=value, not "{rest[0]}".')
    content = parser.parse(("endfixed",))
    parser.delete_first_token()
    return FixedNode(given, content)


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """`{% icon "search" %}`: an inline drawing; without a label it is hidden from screen readers."""
    return draw(name, label)


@register.simple_tag
def sector_names() -> list[tuple[str, Any]]:
    """`{% sector_names as sectors %}`: code and name of every sector."""
    return [(code.value, name) for code, name in SECTOR_NAMES.items()]


@register.filter(name="plain_text")
def shown_text(text: str) -> SafeString:
    """`{{ item.body|plain_text }}`: typed text as paragraphs and lists."""
    return plain_text(text)


def _parsed(parser: Parser, token: Token) -> tuple[Component, dict[str, FilterExpression]]:
    tag_name, *bits = token.split_contents()
    if not bits or bits[0][0] not in "\"'" or bits[0][0] != bits[0][-1]:
        raise template.TemplateSyntaxError(f"{tag_name} wants the name of a component between quotes first.")
    name, rest = bits[0][1:-1], bits[1:]
    if name not in COMPONENTS:
        raise template.TemplateSyntaxError(
            f'There is no component "{name}". There are: {", ".join(sorted(COMPONENTS))}.'
        )
    given = token_kwargs(rest, parser)
    if rest:
        raise template.TemplateSyntaxError(f'"{name}" takes only name=value, not "{rest[0]}".')
    _check_attributes(COMPONENTS[name], given)
    return COMPONENTS[name], given


def _check_attributes(component: Component, given: dict[str, FilterExpression]) -> None:
    if unknown := sorted(given.keys() - component.attributes):
        allowed = ", ".join(sorted(component.attributes))
        raise template.TemplateSyntaxError(
            f'"{component.name}" does not know {", ".join(unknown)}; it knows {allowed}.'
        )
    if missing := [name for name in component.required if name not in given]:
        raise template.TemplateSyntaxError(f'"{component.name}" cannot do without {", ".join(missing)}.')
    for name, choices in component.choices.items():
        if name in given and _is_literal(given[name]):
            _check_choice(component, name, given[name].resolve(Context()), choices)


def _is_literal(expression: FilterExpression) -> bool:
    """Whether the value stands in the template itself, so that it can be judged without a page."""
    return not expression.filters and getattr(expression.var, "lookups", None) is None


def _check_choice(component: Component, name: str, value: Any, choices: tuple[Any, ...]) -> None:
    if value not in choices:
        options = ", ".join(map(str, choices))
        raise template.TemplateSyntaxError(f'"{component.name}" has no {name} "{value}"; it has {options}.')
