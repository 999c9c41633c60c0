/* Passkeys: shows their buttons where the browser can use them, and says in words when one did not work. */

const trouble = document.querySelector("[data-passkey-trouble]");

if (window.PublicKeyCredential) {
  for (const button of document.querySelectorAll("[data-passkey-button]")) {
    button.hidden = false;
    button.addEventListener("click", () => { if (trouble) trouble.hidden = true; });
  }
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  if (trouble) trouble.hidden = false;
});
