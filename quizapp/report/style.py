"""How the report looks: both palettes, a page for a phone or a desk, and one for paper."""

from __future__ import annotations

from quizapp.palette import PALETTES, Palette


def style(spans: int) -> str:
    """Return the style sheet of a report in which so many spans of days can be chosen."""
    return "".join(
        [
            f":root{{color-scheme:light;{_variables(PALETTES['light'])}}}",
            f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{_dark()}}}}}",
            f"@media screen{{:root[data-theme=dark]{{{_dark()}}}}}",
            *(_choice(number, spans) for number in range(spans)),
            SHEET,
        ]
    )


def _variables(palette: Palette) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in palette._asdict().items())


def _dark() -> str:
    return f"color-scheme:dark;{_variables(PALETTES['dark'])}"


def _choice(number: int, spans: int) -> str:
    """Return what hides all spans but one when it is chosen: no script is needed for that."""
    others = ",".join(f"#span{number}:checked~main .span{other}" for other in range(spans) if other != number)
    label = f"~main label[for=span{number}]"
    return (
        (f"{others}{{display:none}}" if others else "")
        + f"#span{number}:checked{label}{{background:var(--tint);color:var(--accent);font-weight:600}}"
        + f"#span{number}:focus-visible{label}{{outline:2px solid var(--accent)}}"
    )


SHEET = """
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--soft);-webkit-text-size-adjust:100%;
font:15px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
font-variant-numeric:tabular-nums}
main{max-width:1180px;margin:0 auto;padding:40px 28px 48px}
h1,h2,p,table,dl,dd{margin:0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
input.unseen{position:fixed;top:0}
header{display:flex;flex-wrap:wrap;gap:12px 24px;align-items:flex-end;justify-content:space-between}
h1{color:var(--ink);font-size:32px;line-height:1.15;letter-spacing:-.015em;overflow-wrap:anywhere}
header p{color:var(--muted);margin-top:6px}
.choices{display:flex;gap:10px;align-items:center}
.spans{display:flex;gap:2px;padding:3px;border-radius:10px;background:var(--lift)}
.spans label,button{padding:5px 13px;border-radius:8px;color:var(--soft);cursor:pointer;white-space:nowrap}
button{font:inherit;border:0;padding:8px 14px;border-radius:10px;background:var(--lift)}
button[hidden]{display:none}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.short{max-width:74ch;text-wrap:pretty;margin-top:22px;font-size:17px;line-height:1.6}
.short b{color:var(--ink)}
.keys{display:grid;grid-template-columns:repeat(5,1fr);gap:16px;margin:28px 0}
.keys div{border-top:2px solid var(--accent);padding-top:10px}
dt{color:var(--muted)}
dd{color:var(--ink);font-size:26px;font-weight:650;line-height:1.25;letter-spacing:-.01em}
dd.beside{color:var(--muted);font-size:13px;font-weight:400;line-height:1.4;letter-spacing:0}
.row{display:flex;flex-wrap:wrap;gap:18px;margin-top:18px}
.block{flex:1 1 300px;min-width:0;display:flex;flex-direction:column;background:var(--card);border-radius:14px;
padding:20px 22px 16px}
.share2{flex:2 1 460px}
h2{color:var(--muted);font-size:15px;font-weight:400}
.figure{color:var(--muted)}
.figure b{color:var(--ink);font-size:20px;letter-spacing:-.01em}
.plot{display:flex;margin:14px 0 8px;border-radius:6px;outline-offset:6px}
.activity .plot{flex-wrap:wrap;gap:10px 6px}
svg{display:block;overflow:visible;font-size:12px}
.names{flex:none}
.names text{transform:translateX(-8px)}
.area{flex:1;min-width:0}
.half{flex:1 1 330px;min-width:0}
.tick{fill:var(--muted)}
.value{fill:var(--ink)}
.guide{stroke:var(--rule);stroke-width:1;stroke-dasharray:1 4}
.ground{stroke:var(--rule)}
.target,.diagonal{stroke:var(--faint);stroke-width:1.25;stroke-dasharray:5 4;fill:none}
.band{fill:var(--lift);rx:0;shape-rendering:crispEdges}
.curve{fill:none;stroke:var(--accent);stroke-width:2;stroke-linejoin:round}
.under{fill:var(--tint)}
.dot{fill:var(--accent);stroke:var(--card);stroke-width:1.5}
.outside{fill:var(--card);stroke:var(--alert);stroke-width:2.5}
.whisker{stroke:var(--heat2);stroke-width:2;stroke-linecap:round}
.reach{fill:transparent}
.again{fill:var(--alert)}.accent{fill:var(--accent)}
.heat0{fill:transparent}.heat1{fill:var(--heat1)}.heat2{fill:var(--heat2)}
.heat3{fill:var(--heat3)}.heat4{fill:var(--heat4)}
.zero{fill:var(--faint)}
.today{stroke:var(--ink);stroke-width:1.5}
.seldom{opacity:0}
.m:hover .seldom,.m.on .seldom{opacity:1}
.m:hover .reach,.m.on .reach{fill:var(--ink);fill-opacity:.06}
.m:hover rect:not(.reach),.m.on rect:not(.reach){stroke:var(--ink);stroke-width:1.5}
.m:hover .dot,.m.on .dot{stroke:var(--ink)}
.legend{display:flex;flex-wrap:wrap;gap:2px 16px;color:var(--muted);font-size:13px}
.legend svg{display:inline-block;vertical-align:-1px}
.legend .heat0{stroke:var(--rule)}
.note{color:var(--muted);font-size:13px;margin-top:6px}
details{margin-top:auto;padding-top:10px;font-size:13px}
summary{color:var(--muted);cursor:pointer;width:max-content}
details .scroll{max-height:300px;margin-top:6px}
.scroll{overflow:auto}
div.scroll{margin-top:12px}
table{width:100%;border-collapse:collapse}
th,td{padding:5px 14px 5px 0;text-align:left;font-weight:400;border-bottom:1px solid var(--rule);vertical-align:top}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--muted);font-size:13px;white-space:nowrap}
tbody th{color:var(--ink);overflow-wrap:anywhere;min-width:9em}
tbody tr:last-child>*{border-bottom:0}
small{color:var(--muted);font-size:13px;margin-left:6px}
.number{text-align:right;white-space:nowrap}
td .inline{width:min(300px,24vw);margin:4px 0 0 auto}
footer{color:var(--muted);font-size:13px;margin-top:28px}
#tip{position:fixed;top:0;left:0;z-index:9;max-width:min(300px,90vw);padding:6px 10px;border-radius:8px;
background:var(--ink);color:var(--ground);font-size:13px;line-height:1.4;pointer-events:none}
#tip[hidden]{display:none}
@media (max-width:960px){
.keys{grid-template-columns:repeat(3,1fr)}
.half{font-size:14.5px}
}
@media (max-width:600px){
main{padding:24px 14px 32px}
h1{font-size:27px}
.short{font-size:16px}
.keys{grid-template-columns:repeat(2,1fr)}
.keys div:first-child{grid-column:span 2}
.row{gap:12px;margin-top:12px}
.block{flex-basis:100%;padding:16px 16px 12px}
small{display:block;margin:0;font-size:12px}
.decks :is(th,td):last-child{display:none}
th,td{padding-right:10px}
}
@media print{
@page{size:A4;margin:11mm 12mm}
:root{--ground:#fff;--card:#fff}
body{font-size:14px;line-height:1.4;print-color-adjust:exact;-webkit-print-color-adjust:exact}
main{zoom:.8;max-width:none;padding:0 1px}
.choices,details,footer .screen,#tip{display:none}
h1{font-size:30px}
.short{font-size:15.5px;line-height:1.5;margin-top:12px;max-width:none}
.keys{grid-template-columns:repeat(5,1fr);gap:12px;margin:16px 0}
.keys div:first-child{grid-column:auto}
dd:not(.beside){font-size:22px}
.row{gap:10px;margin-top:10px}
.block{flex:1 1 30%;border:1px solid var(--rule);border-radius:10px;padding:12px 14px;break-inside:avoid}
.share2{flex:2 1 60%}
.figure b{font-size:18px}
.plot{margin:10px 0 6px}
.half{flex:1 1 300px}
th,td{padding-top:3px;padding-bottom:3px}
tr{break-inside:avoid}
footer{margin-top:12px}
}
"""
