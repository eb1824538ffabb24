"""Which standards does a finished PDF keep? PDF/UA-1 as laid out, or PDF/A-3a and PDF/UA-1 at once with files attached."""

import re
from collections.abc import Sequence
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from bilan.render.attachments import Attachment, embed

UA, ARCHIVAL = "ua", "a3a-ua"
PROFILE = "sRGB2014.icc"
PRINTED = 4
DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z")

PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="3" pdfaid:conformance="A"/>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Producer="{producer}"/>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="{creator}" xmp:CreateDate="{created}" xmp:ModifyDate="{changed}"/>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def completed(pdf: bytes, variant: str, attachments: Sequence[Attachment] = ()) -> bytes:
    """A PDF/UA file as its variant asks: `ua` unchanged, `a3a-ua` also PDF/A-3a with the files attached. Same input, same bytes."""
    return archival(pdf, attachments) if variant == ARCHIVAL else pdf


def archival(pdf: bytes, attachments: Sequence[Attachment]) -> bytes:
    """The same pages as PDF/A-3a and PDF/UA-1 in one file: both marks, a colour profile, files attached; no page is touched."""
    import pikepdf  # noqa: PLC0415  0.3 s: the default does not pay it
    from pikepdf import Array, Dictionary, Name, ObjectStreamMode  # noqa: PLC0415  same

    made = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        file.Root.Metadata = file.make_stream(_packet(file), Type=Name.Metadata, Subtype=Name.XML)
        profile = file.make_stream(_profile(), N=3)
        intent = Dictionary(
            Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier="sRGB", Info="sRGB", DestOutputProfile=profile
        )
        file.Root.OutputIntents = Array([file.make_indirect(intent)])
        for page in file.pages:
            for note in page.get("/Annots", []):
                note.F = PRINTED
        embed(file, attachments, str(file.docinfo.ModDate))
        file.save(made, min_version="1.7", object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return made.getvalue()


def _packet(file: Any) -> bytes:  # noqa: ANN401  pikepdf is untyped
    """The XMP packet that says what the information dictionary says, and both standards."""
    told = file.docinfo
    facts = {
        "title": told.Title, "author": told.Author, "producer": told.Producer, "creator": told.Creator, "language": file.Root.Lang,
        "created": _instant(told.CreationDate), "changed": _instant(told.ModDate),
    }  # fmt: skip
    return PACKET.format(**{name: escape(str(value)) for name, value in facts.items()}).encode()


def _instant(date: object) -> str:
    return DATE.sub(r"\1-\2-\3T\4:\5:\6Z", str(date))


def _profile() -> bytes:
    """The sRGB profile that comes with WeasyPrint, read without loading it."""
    found = find_spec("weasyprint")
    folder = next(iter(found.submodule_search_locations or ())) if found else ""
    return (Path(folder) / "pdf" / PROFILE).read_bytes()
