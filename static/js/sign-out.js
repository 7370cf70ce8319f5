// Text that could not be saved stays on the device only while its writer is signed in.
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-sign-out]")) return;
  const kept = Object.keys(localStorage).filter((key) => key.startsWith("draft:"));
  for (const key of kept) localStorage.removeItem(key);
});
