// The filters: kinds and years go to the address as soon as they change.

const WAIT = 200; // milliseconds after the last move of a slider

/**
 * @param {HTMLElement} root
 * @param {(change: (query: URLSearchParams) => void) => void} look
 */
export function watchFilters(root, look) {
  const form = root.querySelector(".explorer-filters");
  form.querySelector("[type=submit]").hidden = true;
  const sliders = [...form.querySelectorAll("[data-slider]")];
  for (const slider of sliders) makeSlider(slider);
  let timer = 0;
  form.addEventListener("input", (event) => {
    if (event.target.matches("[data-slider]")) keepInOrder(sliders, event.target);
    clearTimeout(timer);
    timer = setTimeout(() => look((query) => write(form, sliders, query)), WAIT);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}

/** Makes a number field a slider that says its value. */
function makeSlider(field) {
  field.type = "range";
  const output = outputOf(field);
  output.hidden = false;
  output.value = field.value;
}

const outputOf = (field) => field.form.querySelector(`output[for="${field.id}"]`);

/** The first year is never after the last: the other slider gives way. */
function keepInOrder([first, last], moved) {
  const [from, to] = [Number(first.value), Number(last.value)];
  if (from > to) (moved === first ? last : first).value = moved.value;
  for (const slider of [first, last]) outputOf(slider).value = slider.value;
}

function write(form, sliders, query) {
  const boxes = [...form.querySelectorAll("[name=kinds]")];
  const ticked = boxes.filter((box) => box.checked);
  query.delete("kinds");
  if (ticked.length < boxes.length) for (const box of ticked) query.append("kinds", box.value);
  for (const slider of sliders) {
    const whole = slider.name === "first" ? slider.min : slider.max;
    if (slider.value === whole) query.delete(slider.name);
    else query.set(slider.name, slider.value);
  }
}
