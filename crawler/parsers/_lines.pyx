# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The lines of `plain_laid_lines.py`, compiled: containers are gone through without an object for each element."""

from lxml.includes.etreepublic cimport (
    _Document,
    _Element,
    elementFactory,
    hasTail,
    hasText,
    tailOf,
    textOf,
)
from lxml.includes.tree cimport XML_ELEMENT_NODE, xmlNode

from crawler._nodes cimport begin, decoded, first_item, is_plain, is_text

begin()

from crawler.parsers import plain_laid_lines as _plain
from crawler.parsers.inner_texts import holds_only, inner_texts
from crawler.text import squeeze

cdef int MAX_PIECES = _plain.MAX_PIECES
cdef int MAX_INSIDE = _plain.MAX_INSIDE
cdef int MAX_CHARS = _plain.MAX_CHARS
cdef int MAX_MARKUP = _plain.MAX_MARKUP
cdef frozenset INLINE = _plain.INLINE
cdef frozenset SILENT = _plain.SILENT
cdef object Line = _plain.Line


def laid_lines(elements, int limit):
    """Yield the lines of some elements and the blocks in them, an element before its descendants."""
    cdef _Element top
    cdef _Document document
    cdef xmlNode* node
    # The addresses of nodes, which the document keeps alive.
    cdef list waiting = []
    while limit:
        if waiting:
            node = <xmlNode*><size_t>waiting.pop()
        else:
            top = next(elements, None)
            if top is None:
                return
            document, node = top._doc, top._c_node
        if node.type != XML_ELEMENT_NODE or is_in(node, SILENT):
            continue
        limit -= 1
        text = text_of(document, node, waiting)
        if text is not None:
            line = squeeze(text[:MAX_MARKUP] if len(text) > MAX_MARKUP else text)
            if line is not None and len(line) <= MAX_CHARS:
                yield Line(elementFactory(document, node), line)


cdef object text_of(_Document document, xmlNode* node, list waiting):
    """Return an element's own text; of a container, the blocks in it are added to those that wait."""
    cdef xmlNode* child = first_item(node.children)
    if child is NULL:
        return textOf(node)
    if is_in(child, INLINE):
        element = elementFactory(document, node)
        if holds_only(element, INLINE, MAX_INSIDE):
            return flow(inner_texts(element, MAX_PIECES))
    add_children(child, waiting)
    return loose(node, child)


cdef int add_children(xmlNode* child, list waiting) except -1:
    """Add the elements from a child on to those that wait, the first of them as the next."""
    cdef list children = []
    while child is not NULL and len(children) < MAX_PIECES:
        children.append(<size_t>child)
        child = first_item(child.next)
    children.reverse()
    waiting += children
    return 0


cdef object loose(xmlNode* node, xmlNode* child):
    """Return the text between the blocks of a container, None where there is none."""
    if not says_something(node.children):
        return None
    cdef list texts = [textOf(node)] if hasText(node) else []
    cdef int place
    for place in range(MAX_INSIDE):
        if child is NULL:
            break
        if hasTail(child):
            texts.append(tailOf(child))
        child = first_item(child.next)
    return " ".join([text for text in texts if text])


cdef bint says_something(const xmlNode* node) noexcept nogil:
    """Whether any text among the siblings from a node on is more than white space; most containers hold nothing else."""
    cdef const unsigned char* sign
    while node is not NULL:
        if is_text(node):
            sign = <const unsigned char*>node.content
            if sign is not NULL:
                while sign[0] == 32 or 9 <= sign[0] <= 13:
                    sign += 1
                if sign[0]:
                    return True
        node = node.next
    return False


def flow(list pieces not None):
    """Join an element's texts, parted where a tag parts what would else run together."""
    cdef Py_ssize_t place
    cdef Py_UCS4 last, first
    cdef str one, other
    for place in range(len(pieces) - 1):
        one, other = pieces[place], pieces[place + 1]
        if not one or not other:
            continue
        last, first = one[len(one) - 1], other[0]
        if last.isalnum() and first.isalnum() and (first.isupper() or last.isdigit() != first.isdigit()):
            pieces[place] = one + " "
    return "".join(pieces)


cdef inline bint is_in(const xmlNode* node, frozenset tags) except -1:
    return is_plain(node) and decoded(node.name) in tags
