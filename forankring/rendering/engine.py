"""WeasyPrint, and with lean.py the only one to know it: HTML and a small style sheet in, an archivable PDF out.

It runs as a process of its own (see pdf.py): `python -m forankring.rendering.engine FONT_FOLDER MEGABYTES`.
"""

import gc
import json
import logging
import resource
import struct
import sys
import unicodedata
from functools import cached_property, partial
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit
from xml.etree import ElementTree

from fontTools.ttLib import TTFont
from weasyprint import CSS
from weasyprint.document import DocumentMetadata
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from forankring.rendering import lean
from forankring.rendering.finish import finish, has_doubtful_lengths

FAMILY = "IBM Plex Sans"
FACES = {"normal": "IBMPlexSans-Regular.ttf", "bold": "IBMPlexSans-SemiBold.ttf"}
KEPT_CONTROLS = "\t\n\r"
INVISIBLE = {"Cc", "Cf", "Cs"}  # controls, formatting such as "write from right to left", halves of characters
OK, FAILED = b"+", b"-"

for _prefix in ("Extension", "Schema", "Property"):
    _end = "/" if _prefix == "Extension" else "#"
    ElementTree.register_namespace(f"pdfa{_prefix}", f"http://www.aiim.org/pdfa/ns/{_prefix.lower()}{_end}")
# PDF/A allows only properties it knows or that are described in the file: this describes PDF/UA's own.
UA_PROPERTIES = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF>"""


class OurFilesOnly(URLFetcher):
    """Gives the fonts and what a document carries itself. Anything else stops the rendering and says what it was."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=["data"], allow_redirects=False, fail_on_errors=True)
        self.folder = folder

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        parts = urlsplit(url)
        if parts.scheme == "data":
            return super().fetch(url, headers)
        if parts.scheme == "fonts" and parts.path in FACES.values():
            return URLFetcherResponse(url, (self.folder / parts.path).read_bytes(), {"Content-Type": "font/ttf"})
        raise FatalURLFetchingError(f"a plan may not fetch {url[:200]}")


class ArchiveMetadata(DocumentMetadata):
    """PDF/A-3a and PDF/UA-1 in one file."""

    def include_in_pdf(self, pdf: Any, variant: str, version: int, conformance: str, compress: bool) -> None:
        super().include_in_pdf(pdf, variant, version, conformance, compress=False)

    def generate_rdf_metadata(self, variant: str, version: int, conformance: str) -> bytes:
        rdf = ElementTree.fromstring(super().generate_rdf_metadata(variant, version, conformance))
        rdf.extend(ElementTree.fromstring(UA_PROPERTIES))
        return ElementTree.tostring(rdf, encoding="utf-8")


class Writable(dict[int, str | None]):
    """A table for str.translate: invisible characters go, those no font has become [U+1F468]."""

    def __init__(self, known: set[int]) -> None:
        super().__init__({ord(character): character for character in KEPT_CONTROLS})
        self.known = known

    def __missing__(self, code: int) -> str | None:
        if unicodedata.category(chr(code)) in INVISIBLE:
            written = None
        else:
            written = chr(code) if code in self.known else f"[U+{code:04X}]"
        self[code] = written
        return written


class Engine:
    """Keeps fonts and style sheets between documents: a warm rendering costs the pages only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.fetcher = OurFilesOnly(folder)
        self.fonts = FontConfiguration()
        self.styles: dict[str, CSS] = {}
        self.style(
            "".join(
                f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};src:url(fonts:{name})}}"
                for weight, name in FACES.items()
            )
        )

    def style(self, css: str) -> CSS:
        if css not in self.styles:
            self.styles[css] = CSS(string=css, url_fetcher=self.fetcher, font_config=self.fonts)
        return self.styles[css]

    @cached_property
    def writable(self) -> Writable:
        known = [set(TTFont(self.folder / name, lazy=True).getBestCmap()) for name in FACES.values()]
        return Writable(set.intersection(*known))

    @lean.with_roomy_stack
    def render(self, html: str, css: str) -> bytes:
        """The document as PDF/A-3a and PDF/UA-1."""
        source = lean.Document(html.translate(self.writable), self.fetcher)
        document = source.render(font_config=self.fonts, stylesheets=[self.style(css)], pdf_variant="pdf/a-3a")
        document.metadata = ArchiveMetadata(**vars(document.metadata))
        for attempt in range(4):
            pdf = document.write_pdf(pdf_variant="pdf/a-3a", finisher=partial(finish, attempt=attempt))
            assert isinstance(pdf, bytes)
            if not has_doubtful_lengths(pdf):
                break
        return pdf


def serve(engine: Engine, requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer one request after the other until the other end is closed."""
    while size := requests.read(8):
        request = json.loads(requests.read(struct.unpack(">Q", size)[0]))
        try:
            status, body = OK, engine.render(request["html"], request["css"])
        except (Exception, FatalURLFetchingError) as error:
            status, body = FAILED, f"{type(error).__name__}: {error}".encode()
        answers.write(status + struct.pack(">Q", len(body)) + body)
        answers.flush()
        gc.collect()


def main(folder: str, megabytes: str) -> None:
    limit = int(megabytes) * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    lean.take_shortcuts()
    gc.disable()  # one document's boxes all live to its end; collected between documents
    serve(Engine(Path(folder)), sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main(*sys.argv[1:])
