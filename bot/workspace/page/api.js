// The page's calls to the workspace: JSON both ways; a refusal comes back as {error: words}, also when nobody answers.

export const LOST = "Får ikke kontakt med demonstrasjonen. Kjører den fortsatt?";

export async function get(name, query = {}, signal = undefined) {
  return answered(fetch(`/control/${name}?${new URLSearchParams(query)}`, { signal }));
}

export async function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return answered(fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function answered(request) {
  try {
    const response = await request;
    const body = await response.json();
    return response.ok ? body : { error: body.error ?? `Det gikk ikke (${response.status}).` };
  } catch {
    return { error: LOST };
  }
}
