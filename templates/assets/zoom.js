// A picture in its natural size, to be moved by scrolling or dragging; loaded on the first click.
let dialog;

export async function zoom(picture, style) {
  if (!dialog) {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = style;
    document.head.append(sheet);
    await new Promise((done) => { sheet.onload = sheet.onerror = done; });
    dialog = document.createElement("dialog");
    dialog.className = "zoomed";
    dialog.addEventListener("click", () => { if (!dialog.dataset.moved) dialog.close(); });
    dialog.addEventListener("pointerdown", (event) => {
      delete dialog.dataset.moved;
      if (event.pointerType !== "mouse") return;
      event.preventDefault();
      const start = [event.clientX + dialog.scrollLeft, event.clientY + dialog.scrollTop];
      const move = (at) => {
        dialog.scrollTo(start[0] - at.clientX, start[1] - at.clientY);
        if (Math.hypot(at.clientX - event.clientX, at.clientY - event.clientY) > 4) dialog.dataset.moved = "";
      };
      addEventListener("pointermove", move);
      addEventListener("pointerup", () => removeEventListener("pointermove", move), { once: true });
    });
    document.body.append(dialog);
  }
  const whole = picture.cloneNode();
  whole.removeAttribute("loading");
  dialog.setAttribute("aria-label", picture.alt);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close";
  close.textContent = "×";
  close.setAttribute("aria-label", document.querySelector(".tree .close")?.getAttribute("aria-label") || "Esc");
  dialog.replaceChildren(close, whole);
  dialog.showModal();
}
