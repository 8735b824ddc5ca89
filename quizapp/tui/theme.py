"""The two palettes, as Textual themes."""

from __future__ import annotations

from textual.theme import Theme

from quizapp.palette import PALETTES, Palette


def theme(name: str) -> Theme:
    """Return the palette `dark` or `light` as a theme; its colours are CSS variables under their own names."""
    palette = PALETTES[name]
    return Theme(
        name=name,
        dark=name == "dark",
        primary=palette.accent,
        secondary=palette.accent,
        accent=palette.accent,
        success=palette.accent,
        warning=palette.alert,
        error=palette.alert,
        foreground=palette.ink,
        background=palette.ground,
        surface=palette.card,
        panel=palette.lift,
        text_alpha=1.0,
        variables=palette._asdict() | _of_textual(palette),
    )


def _of_textual(palette: Palette) -> dict[str, str]:
    """Return the variables by which Textual's own widgets (palette, Markdown, scrollbars) take on the same look."""
    return {
        "border": palette.rule,
        "block-cursor-background": palette.tint,
        "block-cursor-foreground": palette.accent,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": palette.tint,
        "block-cursor-blurred-foreground": palette.accent,
        "block-cursor-blurred-text-style": "bold",
        "input-cursor-background": palette.accent,
        "input-cursor-foreground": palette.ground,
        "input-selection-background": palette.lift,
        "scrollbar": palette.rule,
        "scrollbar-hover": palette.faint,
        "scrollbar-active": palette.faint,
        "scrollbar-background": palette.ground,
        "scrollbar-background-hover": palette.ground,
        "scrollbar-background-active": palette.ground,
        "scrollbar-corner-color": palette.ground,
        "link-color": palette.accent,
        "link-style": "underline",
    }
