"""Makes the files of these tests: small PDFs by hand, and Word and PowerPoint files by their own libraries."""

import zipfile
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

from docx import Document
from pptx import Presentation

FONTS = "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> "
FONTS += "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"

Text = tuple[str, int, int, int]
"""A piece of text with its size and its place from the left and from the bottom."""


def pdf(
    pages: Sequence[Sequence[Text | str]] = (("Samen opleiden",),),
    *,
    catalog: str = "",
    objects: Sequence[str] = (),
    trailer: str = "",
    info: str = "",
) -> bytes:
    """A PDF with these pages; `objects` come after the others, `catalog` and `trailer` into those dictionaries."""
    first = 4
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(pages)))
    bodies = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        f"<< {info} >>".encode("latin-1"),
    ]
    for index, lines in enumerate(pages):
        content = zlib.compress("\n".join(_shown(line, place) for place, line in enumerate(lines)).encode("cp1252"))
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {first + 2 * index + 1} 0 R "
            f"/Resources << /Font << {FONTS} >> >> >>".encode()
        )
        bodies.append(stream(content, "/Filter /FlateDecode"))
    bodies += [body.encode("latin-1") for body in objects]
    return _written(bodies, trailer)


def stream(content: bytes, keys: str = "") -> bytes:
    return f"<< {keys} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def _shown(line: Text | str, place: int) -> str:
    text, size, left, bottom = line if isinstance(line, tuple) else (line, 11, 60, 780 - 16 * place)
    font = "F2" if text.startswith("*") else "F1"
    escaped = text.removeprefix("*").replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {left} {bottom} Td ({escaped}) Tj ET"


def _written(bodies: Sequence[bytes], trailer: str) -> bytes:
    whole = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(whole)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{rows}"
    end += f"trailer\n<< /Root 1 0 R /Info 3 0 R /Size {len(bodies) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    return whole + end.encode()


def packed_objects(objects: dict[int, str], keys: str = "/Type /ObjStm") -> bytes:
    """An object stream with these objects by number."""
    places, body = [], ""
    for number, text in objects.items():
        places.append(f"{number} {len(body)}")
        body += text + " "
    index = " ".join(places) + "\n"
    packed = zlib.compress((index + body).encode())
    return stream(packed, f"{keys} /N {len(objects)} /First {len(index)} /Filter /FlateDecode")


def docx(fill: Callable[..., object] = lambda document: document.add_paragraph("Samen opleiden")) -> bytes:
    """A Word file that `fill` has written in."""
    document = Document()
    fill(document)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def pptx(fill: Callable[..., object] = lambda presentation: None) -> bytes:
    """A PowerPoint file that `fill` has put slides in."""
    presentation = Presentation()
    fill(presentation)
    target = BytesIO()
    presentation.save(target)
    return target.getvalue()


def with_parts(whole: bytes, parts: dict[str, bytes | Callable[[bytes], bytes]]) -> bytes:
    """The same container with parts added, or changed by a function."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(whole)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        old = {name: source.read(name) for name in source.namelist()}
        for name, raw in old.items():
            change = parts.get(name, raw)
            copy.writestr(name, change(raw) if callable(change) else change)
        for name, raw in parts.items():
            if name not in old and not callable(raw):
                copy.writestr(name, raw)
    return target.getvalue()


def related(kind: str, target: str, *, external: bool = True, number: str = "rIdX") -> Callable[[bytes], bytes]:
    """Adds a relation to a part with relations."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    mode = ' TargetMode="External"' if external else ""
    row = f'<Relationship Id="{number}" Type="{base}/{kind}" Target="{target}"{mode}/></Relationships>'
    return lambda raw: raw.replace(b"</Relationships>", row.encode())


def stored(tmp_path: Path, name: str, raw: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(raw)
    return path


def label(value: object) -> str | None:
    """A short name for a case whose value is a whole file; never made of its bytes, which hold the time of making."""
    return "file" if isinstance(value, bytes) and len(value) > 40 else None
