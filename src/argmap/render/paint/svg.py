"""Shapes as SVG text. Every word of the author's passes through `escape`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.measure.clean import clean
from argmap.render.shapes import Path, Rectangle, Shape, Start, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def escape(text: str) -> str:
    r"""Make a text safe in XML, between tags and in attributes.

    >>> escape('<a b="c">&\x00')
    '&lt;a b=&quot;c&quot;&gt;&amp;'
    """
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def number(value: float) -> str:
    """Write a length with two decimals at most.

    >>> number(1.5), number(2.0), number(-0.001)
    ('1.5', '2', '0')
    """
    whole = int(value)
    if whole == value:
        return str(whole)
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def write_shapes(shapes: Iterable[Shape]) -> Iterator[str]:
    """Write shapes, each as one piece of SVG."""
    for shape in shapes:
        if isinstance(shape, Words):
            yield _words(shape)
        elif isinstance(shape, Rectangle):
            yield _rectangle(shape)
        elif isinstance(shape, Path):
            yield _path(shape)
        elif isinstance(shape, Start):
            yield _start(shape)
        else:
            yield "</a>\n" if shape.is_link else "</g>\n"


def _words(words: Words) -> str:
    line = words.line
    kind = f"{words.style.name} {words.ink}".strip()
    anchor = f' text-anchor="{words.anchor}"' if words.anchor != "start" else ""
    direction = ' direction="rtl"' if line.right_to_left else ""
    fixed = line.exact and not line.right_to_left and words.style.spacing == 0 and line.text
    length = f' textLength="{number(line.width)}"' if fixed else ""
    place = f'x="{number(words.x)}" y="{number(words.y)}"'
    return f'<text class="{kind}" {place}{anchor}{direction}{length}>{escape(line.text)}</text>'


def _rectangle(shape: Rectangle) -> str:
    x = f' x="{number(shape.x)}"' if shape.x else ""
    y = f' y="{number(shape.y)}"' if shape.y else ""
    size = f'width="{number(shape.width)}" height="{number(shape.height)}"'
    radius = f' rx="{number(shape.radius)}"' if shape.radius else ""
    return f'<rect class="{shape.ink}"{x}{y} {size}{radius}/>'


def _path(shape: Path) -> str:
    place = f"{number(shape.x)} {number(shape.y)}"
    move = f' transform="translate({place})"' if shape.x or shape.y else ""
    return f'<path class="{shape.ink}"{move} d="{shape.data}"/>'


def _start(shape: Start) -> str:
    tag = f'a href="{escape(shape.href)}"' if shape.href else "g"
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in shape.attributes)
    title = f"<title>{escape(shape.title)}</title>" if shape.title else ""
    return f'<{tag} class="{shape.ink}"{attributes}>{title}'
