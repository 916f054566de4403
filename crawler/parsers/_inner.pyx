# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The texts inside an element, compiled: what `inner_texts` and `related.inner_text` return, read off libxml2's nodes."""

from cpython.mem cimport PyMem_Free, PyMem_Malloc
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.string cimport memcpy, strlen
from lxml.includes.etreepublic cimport _Element, import_lxml__etree
from lxml.includes.tree cimport (
    XML_CDATA_SECTION_NODE,
    XML_ELEMENT_NODE,
    XML_TEXT_NODE,
    xmlNode,
)

import_lxml__etree()


cdef inline bint is_text(const xmlNode* node) noexcept nogil:
    return node.type == XML_TEXT_NODE or node.type == XML_CDATA_SECTION_NODE


cdef inline xmlNode* next_in(xmlNode* top, xmlNode* node, bint* is_tag) noexcept nogil:
    """Return the node that follows in page order inside `top`, NULL behind the last; and whether a tag parts them."""
    is_tag[0] = False
    if node.type == XML_ELEMENT_NODE:
        is_tag[0] = True
        if node.children is not NULL:
            return node.children
    while node is not top:
        if node.next is not NULL:
            return node.next
        node = node.parent
        is_tag[0] = True
    return NULL


cdef object joined(xmlNode* first, Py_ssize_t count, Py_ssize_t size, xmlNode* top):
    """Return the text of so many text nodes from one on, in page order, whose bytes are so many."""
    cdef xmlNode* node = first
    cdef Py_ssize_t at = 0, length
    cdef char* buffer
    cdef bint is_tag
    if count == 1:
        return PyUnicode_DecodeUTF8(<const char*>first.content, size, NULL)
    buffer = <char*>PyMem_Malloc(size + 1)
    if buffer is NULL:
        raise MemoryError
    try:
        while count:
            if is_text(node) and node.content is not NULL and node.content[0]:
                length = strlen(<const char*>node.content)
                memcpy(buffer + at, <const char*>node.content, length)
                at += length
                count -= 1
            if count:
                node = next_in(top, node, &is_tag)
        return PyUnicode_DecodeUTF8(buffer, size, NULL)
    finally:
        PyMem_Free(buffer)


def inner_texts(_Element element not None, limit=None):
    """Return an element's texts in page order, at most `limit`; its tail is none of them."""
    cdef xmlNode* top = element._c_node
    cdef xmlNode* node = top
    cdef xmlNode* first = NULL
    cdef Py_ssize_t most = -1 if limit is None else limit, count = 0, size = 0
    cdef bint is_tag
    cdef list texts = []
    if most == 0:
        return texts
    while True:
        node = next_in(top, node, &is_tag)
        # A tag ends a text, and so does whatever else is no text.
        if first is not NULL and (is_tag or node is NULL or not is_text(node)):
            texts.append(joined(first, count, size, top))
            first = NULL
            if len(texts) == most:
                return texts
        if node is NULL:
            return texts
        if is_text(node) and node.content is not NULL and node.content[0]:
            if first is NULL:
                first, count, size = node, 0, 0
            count += 1
            size += strlen(<const char*>node.content)


def inner_text(_Element element not None):
    """Return all text in an element, as it is written."""
    cdef xmlNode* top = element._c_node
    cdef xmlNode* node = top
    cdef xmlNode* first = NULL
    cdef Py_ssize_t count = 0, size = 0
    cdef bint is_tag
    while True:
        node = next_in(top, node, &is_tag)
        if node is NULL:
            return joined(first, count, size, top) if count else ""
        if is_text(node) and node.content is not NULL and node.content[0]:
            if first is NULL:
                first = node
            count += 1
            size += strlen(<const char*>node.content)


def holds_only(_Element element not None, tags, Py_ssize_t most):
    """Tell whether at most so many elements stand in an element, and all of these tags."""
    cdef xmlNode* top = element._c_node
    cdef xmlNode* node = top
    cdef bint is_tag
    while True:
        node = next_in(top, node, &is_tag)
        if node is NULL:
            return True
        if is_text(node):
            continue
        most -= 1
        if most < 0 or node.type != XML_ELEMENT_NODE or node.ns is not NULL:
            return False
        if PyUnicode_DecodeUTF8(<const char*>node.name, strlen(<const char*>node.name), NULL) not in tags:
            return False
