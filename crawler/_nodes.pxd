"""Nodes of libxml2's trees, read where they lie: what the compiled modules share; inlined, so it is no module itself."""

from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.string cimport strcmp, strlen
from lxml.includes.etreepublic cimport attributeValue, import_lxml__etree
from lxml.includes.tree cimport (
    LIBXML_VERSION,
    XML_CDATA_SECTION_NODE,
    XML_COMMENT_NODE,
    XML_ELEMENT_NODE,
    XML_ENTITY_REF_NODE,
    XML_PI_NODE,
    XML_TEXT_NODE,
    XML_XINCLUDE_END,
    XML_XINCLUDE_START,
    xmlAttr,
    xmlNode,
)


cdef inline int begin() except -1:
    """Make lxml's functions callable; each module calls this first.

    Raises ImportError where lxml was built with another libxml2 than the module was, since nodes may lie otherwise there;
    TypeError or ValueError where lxml itself is another (`crawler.compiled.UNUSABLE`).
    """
    import_lxml__etree()
    from lxml import etree
    major, minor = etree.LIBXML_VERSION[:2]
    if 100 * major + minor != LIBXML_VERSION // 100:
        raise ImportError(f"compiled for another libxml2 than lxml's, which is {major}.{minor}")
    return 0


cdef inline bint is_text(const xmlNode* node) noexcept nogil:
    return node.type == XML_TEXT_NODE or node.type == XML_CDATA_SECTION_NODE


cdef inline bint is_item(const xmlNode* node) noexcept nogil:
    """Whether lxml counts a node among the children of an element, and its iteration stops there."""
    return (
        node.type == XML_ELEMENT_NODE
        or node.type == XML_COMMENT_NODE
        or node.type == XML_PI_NODE
        or node.type == XML_ENTITY_REF_NODE
    )


cdef inline bint is_plain(const xmlNode* node) noexcept nogil:
    """Whether a node is an element without a namespace; HTML has hardly any others."""
    return node.type == XML_ELEMENT_NODE and node.ns is NULL


cdef inline bint is_named(const xmlNode* node, const char* name) noexcept nogil:
    if not is_plain(node) or node.name[0] != name[0]:
        return False
    return strcmp(<const char*>node.name, name) == 0


cdef inline xmlNode* first_item(xmlNode* node) noexcept nogil:
    """Return the node itself where it is an item, else the next of its siblings that is one."""
    while node is not NULL and not is_item(node):
        node = node.next
    return node


cdef inline xmlNode* first_text(xmlNode* node) noexcept nogil:
    """Return the node itself where it is text, past marks of inclusions; NULL where something else comes first."""
    while node is not NULL and not is_text(node):
        if node.type != XML_XINCLUDE_START and node.type != XML_XINCLUDE_END:
            return NULL
        node = node.next
    return node


cdef inline xmlNode* next_in(xmlNode* top, xmlNode* node) noexcept nogil:
    """Return the node that follows in page order, NULL behind the last inside `top`, or of the page where that is NULL.

    Only elements are entered: what an entity's node holds is its declaration.
    """
    if node.type == XML_ELEMENT_NODE and node.children is not NULL:
        return node.children
    return next_behind(top, node)


cdef inline xmlNode* next_behind(xmlNode* top, xmlNode* node) noexcept nogil:
    """Return the node that begins behind a node's end, as `next_in` does."""
    while node is not top and node is not NULL:
        if node.next is not NULL:
            return node.next
        node = node.parent
        # Around the outermost element is the document, which is no node of the page.
        if node is not NULL and node.type != XML_ELEMENT_NODE:
            return NULL
    return NULL


cdef inline str decoded(const void* letters):
    return PyUnicode_DecodeUTF8(<const char*>letters, strlen(<const char*>letters), NULL)


cdef inline str text_from(xmlNode* node):
    """Return the text that begins with a text node, as lxml's `text` and `tail` have it."""
    cdef list parts
    if first_text(node.next) is NULL:
        return "" if node.content is NULL else decoded(node.content)
    parts = []
    while node is not NULL:
        if node.content is not NULL:
            parts.append(decoded(node.content))
        node = first_text(node.next)
    return "".join(parts)


cdef inline bint is_space(unsigned char sign) noexcept nogil:
    """Whether an ASCII character is white space as `str.isspace` has it."""
    return sign == 32 or 9 <= sign <= 13 or 28 <= sign <= 31


cdef inline bint is_blank(xmlNode* node) except -1:
    """Whether the text that begins with a text node is white space or nothing, as `str.isspace` sees it."""
    cdef const unsigned char* sign
    while node is not NULL:
        sign = <const unsigned char*>node.content
        if sign is not NULL:
            while is_space(sign[0]):
                sign += 1
            if sign[0] >= 128:
                return text_from(node).isspace()
            if sign[0]:
                return False
        node = first_text(node.next)
    return True


cdef inline xmlAttr* attribute_of(xmlNode* node, const char* name) noexcept nogil:
    """Return an element's attribute without a namespace, NULL for one that is not there."""
    cdef xmlAttr* attribute = node.properties
    while attribute is not NULL:
        if attribute.ns is NULL and strcmp(<const char*>attribute.name, name) == 0:
            return attribute
        attribute = attribute.next
    return NULL


cdef inline str value_of(xmlAttr* attribute):
    """Return an attribute's value; one that is other than a single text is left to lxml."""
    cdef xmlNode* value = attribute.children
    if value is NULL:
        return ""
    if value.next is not NULL or value.type != XML_TEXT_NODE or value.content is NULL:
        return attributeValue(attribute.parent, attribute)
    return decoded(value.content)
