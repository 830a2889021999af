/// What makes a page live where scripts run. Everything works without it.
enum PageScript {
  static let text = """
    "use strict";
    (function () {
      var body = document.body, status = document.getElementById("status");
      function say(text, action) {
        status.textContent = text || "";
        if (!text || !action) { return; }
        var button = document.createElement("button");
        button.textContent = body.dataset.reload;
        button.addEventListener("click", function () { refresh(true); });
        status.append(" ", button);
      }
      function isTyping() {
        var fields = document.querySelectorAll("main textarea, main input:not([type=hidden])");
        return Array.prototype.some.call(fields, function (field) {
          return field.value !== field.defaultValue || field === document.activeElement;
        });
      }
      function keyOf(element) {
        if (!element || element === body) { return null; }
        if (element.id) { return "#" + CSS.escape(element.id); }
        return element.getAttribute("href") ? "a[href=\\"" + CSS.escape(element.getAttribute("href")) + "\\"]" : null;
      }
      // All pages that are open are told at once; they don't ask at once.
      function later(what, least, spread) { setTimeout(function () { what(false); }, least + spread * Math.random()); }
      var busy = false, again = false;
      function refresh(anyway) {
        if (!anyway && isTyping()) { say(body.dataset.changed, true); return; }
        if (busy) { again = true; return; }
        busy = true;
        fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" })
          .then(function (response) {
            if (response.status === 503) { later(refresh, 2000, 3000); }
            if (!response.ok) { throw new Error(String(response.status)); }
            return response.text();
          })
          .then(function (text) {
            var fresh = new DOMParser().parseFromString(text, "text/html"), main = fresh.querySelector("main");
            if (!main) { return; }
            var focused = keyOf(document.activeElement), open = [];
            document.querySelectorAll("main details").forEach(function (details, place) {
              if (details.open) { open.push(place); }
            });
            document.querySelector("main").replaceWith(main);
            body.dataset.position = fresh.body.dataset.position;
            main.querySelectorAll("details").forEach(function (details, place) {
              if (open.indexOf(place) >= 0) { details.open = true; }
            });
            if (focused) { var target = document.querySelector(focused); if (target) { target.focus({ preventScroll: true }); } }
            prepare();
            say("");
          })
          .catch(function () { say(body.dataset.lost); })
          .then(function () { busy = false; if (again) { again = false; refresh(false); } });
      }
      function prepare() {
        document.querySelectorAll("svg[role=group]").forEach(function (chart) {
          var points = Array.prototype.slice.call(chart.querySelectorAll(".point"));
          points.forEach(function (point, place) {
            point.setAttribute("tabindex", place === points.length - 1 ? "0" : "-1");
            point.addEventListener("keydown", function (event) {
              var next = { ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: points.length - 1 }[event.key];
              if (next === undefined || !points[next]) { return; }
              event.preventDefault();
              point.setAttribute("tabindex", "-1");
              points[next].setAttribute("tabindex", "0");
              points[next].focus();
            });
          });
        });
      }
      var day = document.getElementById("day"), date = document.getElementById("as-of");
      if (day && date) {
        day.addEventListener("input", function () {
          var first = new Date(day.dataset.first + "T00:00:00Z");
          first.setUTCDate(first.getUTCDate() + Number(day.value));
          date.value = first.toISOString().slice(0, 10);
        });
        day.addEventListener("change", function () { day.form.requestSubmit(); });
      }
      prepare();
      if (!body.dataset.live || !window.EventSource) { return; }
      var source = new EventSource(body.dataset.live);
      source.addEventListener("change", function (event) {
        if (event.data !== body.dataset.position) { later(refresh, 0, 500); }
      });
      source.addEventListener("lost", function () { say(body.dataset.lost); });
      source.addEventListener("back", function () { say(body.dataset.back); later(refresh, 0, 500); });
      source.addEventListener("error", function () { say(body.dataset.lost); });
      source.addEventListener("open", function () { if (status.textContent === body.dataset.lost) { say(""); } });
      window.addEventListener("pagehide", function () { source.close(); });
    })();

    """
}
