# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with an ODT or DOCX: odt_faults() and docx_faults() give a set of sentences.

The elements and attributes of OpenDocument come from the tables of python3-odf, made from the schema of version 1.2;
the order of elements in DOCX is that of ECMA-376 part 1, annex A.
"""

import posixpath
import xml.etree.ElementTree as ElementTree
import zipfile

from odf import grammar

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, STYLE, DRAW = (OASIS + name for name in ("text:1.0", "table:1.0", "style:1.0", "drawing:1.0"))
OFFICE, MANIFEST = OASIS + "office:1.0", OASIS + "manifest:1.0"
XLINK = "http://www.w3.org/1999/xlink"
# What came after 1.2.
NEWER = {(DRAW, "image"): {(DRAW, "mime-type")}, (MANIFEST, "manifest"): {(MANIFEST, "version")}}

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ORDERS = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
        snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
        vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em
        lang eastAsianLayout specVanish oMath""",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
        tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription""",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
        pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid""",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
        personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr",
    "tr": "tblPrEx trPr tc",
}


def split(name):
    return tuple(name[1:].split("}")) if name[0] == "{" else ("", name)


def read_parts(package):
    return {
        name: ElementTree.fromstring(package.read(name))
        for name in package.namelist()
        if name.endswith((".xml", ".rels"))
    }


def look_up_grammar(element):
    """The faults of an element of OpenDocument and of what it holds, by the schema."""
    name = split(element.tag)
    if name not in grammar.allowed_attributes and name not in grammar.allowed_children:
        yield f"{name} is unknown"
        return
    children = grammar.allowed_children.get(name)
    attributes = grammar.allowed_attributes.get(name)
    given = {split(attribute) for attribute in element.attrib}
    if attributes is not None:
        for attribute in given - set(attributes) - NEWER.get(name, set()):
            yield f"{name} may not have {attribute}"
    for attribute in set(grammar.required_attributes.get(name, ())) - given:
        yield f"{name} lacks {attribute}"
    words = [element.text, *(child.tail for child in element)]
    if name not in grammar.allows_text and any(text and text.strip() for text in words):
        yield f"{name} may not hold text"
    for child in element:
        if children is not None and split(child.tag) not in children:
            yield f"{name} may not hold {split(child.tag)}"
        yield from look_up_grammar(child)


def odf_styles(parts):
    """The names that are defined, by family."""
    found = {}
    for root in parts.values():
        for element in root.iter():
            name = element.get(f"{{{STYLE}}}name")
            if name:
                family = element.get(f"{{{STYLE}}}family") or split(element.tag)[1]
                found.setdefault(family, []).append((name, root))
    return found


def odf_families(element, attribute):
    """The families in which a reference to a style may be found."""
    name = split(element.tag)
    if attribute in ("style-name", "visited-style-name", "default-style-name") and name[0] == TEXT:
        return {"p": ["paragraph"], "h": ["paragraph"], "span": ["text"], "a": ["text"], "list": ["list-style"],
                "table-of-content": ["section"], "index-entry-link-start": ["text"]}.get(name[1], ["paragraph", "text"])  # fmt: skip
    if attribute == "style-name" and name[0] == TABLE:
        return [name[1]]
    if attribute == "style-name" and name[0] == DRAW:
        return ["graphic"]
    if attribute == "master-page-name":
        return ["master-page"]
    if attribute == "page-layout-name":
        return ["page-layout"]
    if attribute == "list-style-name":
        return ["list-style"]
    if attribute in ("parent-style-name", "next-style-name"):
        return [element.get(f"{{{STYLE}}}family")]
    return None


def find_odf_references(parts):
    defined = {family: {name for name, _ in names} for family, names in odf_styles(parts).items()}
    for root in parts.values():
        for element in root.iter():
            for attribute, value in element.attrib.items():
                families = odf_families(element, split(attribute)[1])
                if families and value and not any(value in defined.get(f, ()) for f in families):
                    yield f"{split(element.tag)[1]}: no style {value} of {families}"


def find_odf_places(parts):
    """Identifiers are unique, and what refers to something inside finds it."""
    content = parts["content.xml"]
    ids = [e.get("{http://www.w3.org/XML/1998/namespace}id") for e in content.iter()]
    ids = [i for i in ids if i]
    if len(ids) != len(set(ids)):
        yield "an xml:id is there twice"
    marks = [e.get(f"{{{TEXT}}}name") for tag in ("bookmark", "bookmark-start") for e in content.iter(f"{{{TEXT}}}{tag}")]
    if len(marks) != len(set(marks)):
        yield "a bookmark is there twice"
    for element in content.iter():
        target = element.get(f"{{{XLINK}}}href", "")
        if split(element.tag) == (TEXT, "a") and target.startswith("#") and target[1:] not in marks:
            yield f"no bookmark {target}"
        name = element.get(f"{{{TEXT}}}ref-name")
        if name and name not in marks:
            yield f"no bookmark {name}"
        before = element.get(f"{{{TEXT}}}continue-list")
        if before and before not in ids:
            yield f"no list {before}"


def find_odf_tables(parts):
    for table in parts["content.xml"].iter(f"{{{TABLE}}}table"):
        columns = sum(int(c.get(f"{{{TABLE}}}number-columns-repeated", 1)) for c in table.findall(f"{{{TABLE}}}table-column"))
        for row in table.findall(f"{{{TABLE}}}table-row") + table.findall(f"{{{TABLE}}}table-header-rows/{{{TABLE}}}table-row"):
            cells = sum(int(cell.get(f"{{{TABLE}}}number-columns-repeated", 1)) for cell in row)
            if cells != columns:
                yield f"a row has {cells} cells in a table of {columns} columns"


def odt_faults(path):
    package = zipfile.ZipFile(path)
    parts = read_parts(package)
    faults = set()
    first = package.infolist()[0]
    if (first.filename, first.compress_type, first.extra) != ("mimetype", zipfile.ZIP_STORED, b""):
        faults.add("the media type is not first and plain")
    listed = {e.get(f"{{{MANIFEST}}}full-path") for e in parts["META-INF/manifest.xml"]}
    expected = set(package.namelist()) - {"mimetype", "META-INF/manifest.xml"} | {"/"}
    if listed != expected:
        faults.add(f"the manifest and the package differ: {listed ^ expected}")
    for image in parts["content.xml"].iter(f"{{{DRAW}}}image"):
        if image.get(f"{{{XLINK}}}href") not in package.namelist():
            faults.add("an image is missing")
    for root in parts.values():
        faults.update(look_up_grammar(root))
    faults.update(find_odf_references(parts))
    faults.update(find_odf_places(parts))
    faults.update(find_odf_tables(parts))
    return faults


def find_part_types(package, parts):
    types = parts["[Content_Types].xml"]
    defaults = {e.get("Extension") for e in types.findall(f"{PACKAGE}content-types}}Default")}
    overrides = {e.get("PartName") for e in types.findall(f"{PACKAGE}content-types}}Override")}
    for name in set(package.namelist()) - {"[Content_Types].xml"}:
        if "/" + name not in overrides and name.rsplit(".", 1)[-1] not in defaults:
            yield f"{name} has no content type"
    for name in overrides:
        if name[1:] not in package.namelist():
            yield f"{name} has a content type and is not there"


def find_relations(package, parts):
    """What parts refer to is there, and what they name is related."""
    for name, root in parts.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for relation in root:
                target = posixpath.normpath(posixpath.join(folder, relation.get("Target")))
                if relation.get("TargetMode") != "External" and target.lstrip("/") not in package.namelist():
                    yield f"{name}: {target} is missing"
            continue
        folder, base = posixpath.split(name)
        related = parts.get(posixpath.join(folder, "_rels", base + ".rels"), ())
        known = {relation.get("Id") for relation in related}
        for element in root.iter():
            for attribute, value in element.attrib.items():
                if attribute.startswith(RELATION) and value not in known:
                    yield f"{name}: nothing is related by {value}"


def find_word_names(parts):
    """Styles, numberings, notes and bookmarks that are used are defined, once."""
    defined = {
        "style": [e.get(WORD + "styleId") for e in parts["word/styles.xml"].iter(WORD + "style")],
        "num": [e.get(WORD + "numId") for e in parts.get("word/numbering.xml", ElementTree.Element("x")).iter(WORD + "num")],
        "bookmark": [e.get(WORD + "name") for e in parts["word/document.xml"].iter(WORD + "bookmarkStart")],
    }
    uses = {"pStyle": "style", "rStyle": "style", "tblStyle": "style", "basedOn": "style", "next": "style",
            "link": "style", "numId": "num"}  # fmt: skip
    for kind, names in defined.items():
        if len(names) != len(set(names)):
            yield f"a {kind} is defined twice"
    for kind in "footnote", "endnote", "comment":
        root = parts.get(f"word/{kind}s.xml")
        defined[kind] = [] if root is None else [e.get(WORD + "id") for e in root.iter(WORD + kind)]
        uses[kind + "Reference"] = kind
    for name, root in parts.items():
        for element in root.iter():
            tag = element.tag.removeprefix(WORD)
            value = element.get(WORD + "id" if tag.endswith("Reference") else WORD + "val")
            if tag in uses and value not in (None, "0", *defined[uses[tag]]):
                yield f"{name}: {tag} {value} is not defined"
            anchor = element.get(WORD + "anchor")
            if anchor is not None and anchor not in defined["bookmark"]:
                yield f"{name}: no bookmark {anchor}"


def find_orders(root):
    for element in root.iter():
        name = element.tag.removeprefix(WORD)
        if not element.tag.startswith(WORD) or name not in ORDERS:
            continue
        order = ORDERS[name].split()
        children = [child.tag.removeprefix(WORD) for child in element]
        if name in ("tbl", "tc", "tr"):
            children = [child for child in children if child in order]
        unknown = [child for child in children if child not in order]
        places = [order.index(child) for child in children if child in order]
        if name == "sectPr":
            places = [max(place, 1) for place in places]
        if unknown or places != sorted(places):
            yield f"{name} holds {children}"


def find_word_tables(root):
    for table in root.iter(WORD + "tbl"):
        columns = len(table.findall(f"{WORD}tblGrid/{WORD}gridCol"))
        for row in table.findall(WORD + "tr"):
            after = row.find(f"{WORD}trPr/{WORD}gridAfter")
            count = 0 if after is None else int(after.get(WORD + "val"))
            for cell in row.findall(WORD + "tc"):
                span = cell.find(f"{WORD}tcPr/{WORD}gridSpan")
                count += 1 if span is None else int(span.get(WORD + "val"))
                if cell[-1].tag != WORD + "p":
                    yield "a cell does not end in a paragraph"
            if count != columns:
                yield f"a row has {count} cells in a table of {columns} columns"


def docx_faults(path):
    package = zipfile.ZipFile(path)
    parts = read_parts(package)
    faults = set(find_part_types(package, parts)) | set(find_relations(package, parts))
    faults.update(find_word_names(parts))
    for name, root in parts.items():
        faults.update(f"{name}: {fault}" for fault in find_orders(root))
        faults.update(find_word_tables(root))
    if parts["word/document.xml"].find(WORD + "body")[-1].tag != WORD + "sectPr":
        faults.add("the text does not end in the properties of its pages")
    ids = [e.get(WORD + "id") for e in parts["word/document.xml"].iter(WORD + "bookmarkStart")]
    if len(ids) != len(set(ids)):
        faults.add("two bookmarks have one number")
    return faults
