// The search box: suggestions while one types (the ARIA combobox pattern), and the key "/".
// Without this script the box is a plain form.

const WAIT = 120; // milliseconds without a key before suggestions are asked for

class SearchBox {
  #input;
  #list;
  #timer = 0;
  #asked = "";

  constructor(input, number) {
    this.#input = input;
    this.#list = document.createElement("ul");
    this.#list.id = `suggestions-${number}`;
    this.#list.className = "suggestions";
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", "Suggestions");
    this.#list.hidden = true;
    input.parentElement.append(this.#list);
    for (const [name, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.#list.id,
    })) input.setAttribute(name, value);
    input.addEventListener("input", () => this.#later());
    input.addEventListener("keydown", (event) => this.#press(event));
    input.addEventListener("blur", () => this.#close());
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  get #options() {
    return [...this.#list.children];
  }

  get #active() {
    return this.#list.querySelector("[aria-selected=true]");
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), WAIT);
  }

  async #ask() {
    const text = this.#input.value.trimStart();
    this.#asked = text;
    if (!text) return this.#close();
    const response = await fetch(`/search/suggest?q=${encodeURIComponent(text)}`).catch(() => null);
    if (!response?.ok || this.#asked !== text) return;
    const { suggestions } = await response.json();
    if (document.activeElement === this.#input) this.#show(suggestions);
  }

  #show(suggestions) {
    this.#list.replaceChildren(...suggestions.map((one, place) => this.#option(one, place)));
    this.#open(suggestions.length > 0);
  }

  #option({ label, kind, href }, place) {
    const option = document.createElement("li");
    option.id = `${this.#list.id}-${place}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.href = href;
    const name = document.createElement("span");
    name.textContent = label;
    const what = document.createElement("span");
    what.className = "kind";
    what.textContent = kind;
    option.append(name, " ", what);
    option.addEventListener("click", () => location.assign(href));
    return option;
  }

  #open(open) {
    this.#list.hidden = !open;
    this.#input.setAttribute("aria-expanded", String(open));
    this.#input.removeAttribute("aria-activedescendant");
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asked = "";
    this.#open(false);
  }

  #press(event) {
    if (event.key === "Escape" && !this.#list.hidden) {
      event.preventDefault();
      this.#close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.#list.hidden) this.#ask();
      else this.#move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && !this.#list.hidden && this.#active) {
      event.preventDefault();
      location.assign(this.#active.dataset.href);
    }
  }

  // Walks through the options and, between the last and the first, back to what was typed.
  #move(step) {
    const options = this.#options;
    const places = options.length + 1;
    const now = options.indexOf(this.#active);
    const next = options[(now + 1 + step + places) % places - 1];
    this.#active?.setAttribute("aria-selected", "false");
    next?.setAttribute("aria-selected", "true");
    next?.scrollIntoView({ block: "nearest" });
    if (next) this.#input.setAttribute("aria-activedescendant", next.id);
    else this.#input.removeAttribute("aria-activedescendant");
  }
}

function typing(element) {
  return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
}

const inputs = [...document.querySelectorAll("input[data-search]")];
inputs.forEach((input, number) => new SearchBox(input, number));

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target) || !inputs.length) return;
  event.preventDefault();
  inputs[0].focus();
  inputs[0].select();
});
