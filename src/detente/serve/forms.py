"""Forms that come back: only those that this page showed to this visitor are taken."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from detente.serve.site import session_of, site_of

TOKEN = "form_token"  # noqa: S105 - the name of a field
_FORBIDDEN, _MOST_FIELDS, _MOST_FILES = 403, 40, 1
_MOST_BYTES = 1_500_000
_SAME = frozenset(("same-origin", "none"))


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent.

    Args:
        name: its name, as whoever sends it says.
        content: its bytes.
    """

    name: str
    content: bytes


async def own_form(request: Request) -> dict[str, str]:
    """The fields of a form that was sent.

    Raises:
        HTTPException: it comes from elsewhere, or is too old or too large.
    """
    fields, _ = await own_form_with_file(request)
    return fields


async def own_form_with_file(request: Request) -> tuple[dict[str, str], Upload | None]:
    """The fields of a form that was sent, and the file that came with it, or None.

    Raises:
        HTTPException: it comes from elsewhere, or is too old or too large.
    """
    site = request.headers.get("sec-fetch-site", "none")
    if site not in _SAME:
        raise HTTPException(_FORBIDDEN, "The form comes from another page.")
    async with request.form(
        max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_MOST_BYTES
    ) as form:
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        files = [
            Upload(value.filename, await value.read())
            for value in form.values()
            if isinstance(value, UploadFile) and value.filename
        ]
    if not site_of(request).sessions.is_own_form(session_of(request), fields.get(TOKEN, "")):
        raise HTTPException(_FORBIDDEN, "The form has grown old: load the page again and resend.")
    return fields, files[0] if files else None
