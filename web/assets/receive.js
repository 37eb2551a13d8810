// Papers dropped on the page or chosen are handed in one by one, each with its
// progress and what became of it.

const form = document.querySelector("[data-receive]");
const input = form.querySelector("input[type=file]");
const drop = document.getElementById("drop");
const section = document.getElementById("received");
const list = document.getElementById("received-list");
let queue = Promise.resolve();

// send hands one file in and gives the server's answer as HTML.
function send(file, row) {
  return new Promise((resolve) => {
    const data = new FormData(form);
    data.delete("files");
    data.append("files", file, file.name);
    const request = new XMLHttpRequest();
    const bar = row.querySelector("progress");
    const text = row.querySelector("[data-text]");
    request.open("POST", form.action);
    request.setRequestHeader("X-Fragment", "rows");
    request.upload.addEventListener("progress", (event) => {
      bar.max = event.total;
      bar.value = event.loaded;
      if (event.loaded === event.total) {
        bar.removeAttribute("value");
        text.textContent = form.dataset.reading;
      }
    });
    request.addEventListener("loadend", () => {
      if (request.status === 200) {
        row.outerHTML = request.responseText;
      } else {
        bar.remove();
        text.className = "late";
        text.textContent = request.status ? new DOMParser().parseFromString(request.responseText, "text/html").body.textContent : form.dataset.broken;
      }
      resolve();
    });
    request.send(data);
  });
}

function row(file) {
  const li = document.createElement("li");
  const name = document.createElement("bdi");
  name.textContent = file.name;
  const bar = document.createElement("progress");
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  const text = document.createElement("span");
  text.dataset.text = "";
  text.className = "soft";
  text.textContent = form.dataset.wait;
  li.append(name, " ", bar, " ", text);
  list.append(li);
  return li;
}

function handIn(files) {
  if (!files.length) return;
  section.classList.remove("none");
  document.getElementById("received-title").focus();
  for (const file of files) {
    const li = row(file);
    queue = queue.then(() => send(file, li));
  }
  section.dataset.busy = "yes";
  const mine = queue;
  queue.then(() => { if (mine === queue) section.dataset.busy = "no"; });
  input.value = "";
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  handIn([...input.files]);
});
for (const name of ["dragover", "dragenter"]) {
  document.addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    drop.classList.add("over");
  });
}
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
document.addEventListener("drop", (event) => {
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  drop.classList.remove("over");
  handIn([...event.dataTransfer.files]);
});
form.dataset.ready = "yes";
