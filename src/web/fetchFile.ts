/**
 * Fetches a file of the page, in the page or in its worker.
 *
 * @param path from where the page lies
 * @throws Error where the server does not answer, or does not have it
 */
export async function fetchFile(path: string): Promise<Response> {
  const response = await fetch(path).catch((error: unknown) => {
    throw new Error(
      `${path}: expected an answer from the server of this page, found none; connect to it and load the page again`,
      { cause: error },
    );
  });
  if (response.ok) return response;
  throw new Error(
    `${path}: expected a file of this page, found status ${response.status}; put the whole folder onto the server`,
  );
}
