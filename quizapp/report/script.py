"""What the report can do where a script may run: light and dark by a button, values at the pointer or by arrow keys.

Without it the page is complete: each value stands in a title that browsers show by themselves, and in a table.
"""

from __future__ import annotations

SCRIPT = """
"use strict";
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const button = document.getElementById("theme");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const name = () => { button.textContent = isDark() ? "Light" : "Dark"; };
  button.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; name(); });
  system.addEventListener("change", name);
  button.hidden = false;
  name();

  const tip = document.getElementById("tip");
  const said = document.getElementById("said");
  let current = null;
  for (const title of document.querySelectorAll(".m > title")) {
    title.parentNode.dataset.said = title.textContent;
    title.remove();
  }
  const hide = () => {
    if (current) current.classList.remove("on");
    current = null;
    tip.hidden = true;
  };
  const show = (mark, x, y) => {
    if (current !== mark) {
      hide();
      current = mark;
      mark.classList.add("on");
      tip.textContent = mark.dataset.said;
      tip.hidden = false;
    }
    const wide = tip.offsetWidth, tall = tip.offsetHeight;
    const left = Math.min(Math.max(x - wide / 2, 8), innerWidth - wide - 8);
    const top = y - tall - 12 < 4 ? y + 18 : y - tall - 12;
    tip.style.transform = `translate(${Math.round(left)}px,${Math.round(top)}px)`;
  };
  const markAt = (event) => event.target.closest && event.target.closest(".m");
  for (const kind of ["pointermove", "pointerdown"]) {
    document.addEventListener(kind, (event) => {
      const mark = markAt(event);
      if (mark) show(mark, event.clientX, event.clientY); else hide();
    });
  }
  document.addEventListener("scroll", hide, true);

  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const middle = (mark) => {
    const box = mark.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  };
  const next = (marks, from, [dx, dy]) => {
    const [x, y] = middle(from);
    let best = from, least = Infinity;
    for (const mark of marks) {
      const [atX, atY] = middle(mark);
      const ahead = (atX - x) * dx + (atY - y) * dy;
      const aside = Math.abs((atX - x) * dy) + Math.abs((atY - y) * dx);
      if (ahead > 0.5 && ahead + 3 * aside < least) { least = ahead + 3 * aside; best = mark; }
    }
    return best;
  };
  for (const plot of document.querySelectorAll(".plot")) {
    plot.addEventListener("keydown", (event) => {
      const marks = [...plot.querySelectorAll(".m")];
      const here = marks.includes(current);
      let mark = null;
      if (event.key === "Escape") hide();
      else if (event.key === "Home") mark = marks[0];
      else if (event.key === "End") mark = marks[marks.length - 1];
      else if (steps[event.key]) mark = here ? next(marks, current, steps[event.key]) : marks[marks.length - 1];
      if (!mark) return;
      event.preventDefault();
      const [x, y] = middle(mark);
      show(mark, x, y);
      said.textContent = mark.dataset.said;
    });
    plot.addEventListener("blur", hide);
  }
})();
"""
