"""WeasyPrint, and with lean.py the only one to know it: HTML and a small style sheet in, an archivable PDF out.

It runs as a process of its own (see pdf.py): `python -m forankring.rendering.engine FONT_FOLDER MEGABYTES`.
"""

import gc
import json
import logging
import os
import resource
import struct
import sys
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit
from xml.etree import ElementTree

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from weasyprint import CSS
from weasyprint.document import DocumentMetadata
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from forankring.rendering import lean
from forankring.rendering.finish import finish, has_doubtful_lengths
from forankring.rendering.letters import OWN, Letters

FAMILY = "IBM Plex Sans"
WEIGHTS = {"normal": 400, "bold": 600}
HYPHEN = ":root{hyphenate-character:'-'}"  # the engine's own is no letter of ours
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
        if parts.scheme == "fonts" and parts.path == Path(parts.path).name:
            letters = _of_one_weight(self.folder / parts.path, parts.query)
            return URLFetcherResponse(url, letters, {"Content-Type": "font/sfnt"})
        raise FatalURLFetchingError(f"a plan may not fetch {url[:200]}")


def _of_one_weight(file: Path, weight: str) -> bytes:
    """The letters, cut from a file that holds all weights: in the archive's files every width must be told exactly."""
    font = TTFont(file)
    if "fvar" not in font:
        return file.read_bytes()
    cut, written = instantiateVariableFont(font, {"wght": WEIGHTS[weight]}, inplace=True), BytesIO()
    cut.flavor = None
    cut.save(written)
    return written.getvalue()


class ArchiveMetadata(DocumentMetadata):
    """PDF/A-3a and PDF/UA-1 in one file."""

    def include_in_pdf(self, pdf: Any, variant: str, version: int, conformance: str, compress: bool) -> None:
        super().include_in_pdf(pdf, variant, version, conformance, compress=False)

    def generate_rdf_metadata(self, variant: str, version: int, conformance: str) -> bytes:
        rdf = ElementTree.fromstring(super().generate_rdf_metadata(variant, version, conformance))
        rdf.extend(ElementTree.fromstring(UA_PROPERTIES))
        return ElementTree.tostring(rdf, encoding="utf-8")


class Engine:
    """Keeps fonts and style sheets between documents: a warm rendering costs the pages only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.fetcher = OurFilesOnly(folder)
        self.fonts = FontConfiguration()
        self.letters = Letters.read(folder)
        self.styles: dict[str, CSS] = {}
        self.add_face(FAMILY, OWN)

    def add_face(self, family: str, files: dict[str, str], ranges: str = "") -> None:
        """Make a face known, once: all documents after may use it."""
        only = f";unicode-range:{ranges}" if ranges else ""
        for weight, name in files.items():
            self.style(
                f"@font-face{{font-family:'{family}';font-weight:{weight};src:url(fonts:{name}?{weight}){only}}}"
            )

    def style(self, css: str) -> CSS:
        if css not in self.styles:
            self.styles[css] = CSS(string=css, url_fetcher=self.fetcher, font_config=self.fonts)
        return self.styles[css]

    @lean.with_roomy_stack
    def render(self, html: str, css: str) -> bytes:
        """The document as PDF/A-3a and PDF/UA-1."""
        html = self.letters.write(html)
        for face in self.letters.faces_for(html):
            self.add_face(face.family, face.files, face.ranges)
        source = lean.Document(html, self.fetcher)
        styles = [self.style(HYPHEN), self.style(css)]
        document = source.render(font_config=self.fonts, stylesheets=styles, pdf_variant="pdf/a-3a")
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
    os.nice(19)  # a page somebody waits for goes first
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    lean.take_shortcuts()
    gc.disable()  # one document's boxes all live to its end; collected between documents
    serve(Engine(Path(folder)), sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main(*sys.argv[1:])
