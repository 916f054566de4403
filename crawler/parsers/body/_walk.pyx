# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The walk of `walk.py`, compiled: it reads libxml2's nodes where they lie and makes Python objects of what is kept.

What it returns is what `walk.walk` returns for the same tree, but that elements are made when they are asked for. It
holds for trees that nobody changes afterwards, as no parser does.
"""

from cpython.mem cimport PyMem_Free, PyMem_Realloc
from libc.string cimport memset, strcmp
from lxml.includes.etreepublic cimport _Document, _Element, elementFactory
from lxml.includes.tree cimport XML_ELEMENT_NODE, xmlAttr, xmlNode

from crawler._nodes cimport begin, decoded, first_item, first_text, is_blank, is_plain, text_from, value_of

begin()

from crawler.parsers.body import elements as _tags
from crawler.parsers.body import segmentation as _segmentation
from crawler.parsers.body import walk as _plain
from crawler.parsers.body.class_words import is_unseen
from crawler.text import squeeze

cdef enum:
    INLINE = 0
    IMAGE = 1
    BREAK = 2
    LINK = 3
    BLOCK = 4
    SAYING = 5
    WHOLE = 6
    SKIPPED = 7
    WITHIN = 8

# What a tag is, beside its treatment.
cdef enum:
    IS_WORDED = 1
    IS_TELLING = 2
    IS_LINK = 4
    IS_MARKED = 8
    IS_HEADING = 16
    IS_CONTROL = 32

# Tags that one page's names are remembered of; a page has about forty, and one with more is only slower.
cdef enum:
    KNOWN_TAGS = 256

cdef int MAX_ELEMENTS = _plain.MAX_ELEMENTS
cdef int LINES_OF_BREAK = _plain.LINES_OF_BREAK
cdef str LINE_BREAK = _segmentation.LINE_BREAK
cdef object Block = _segmentation.Block
cdef object Frames = _segmentation.Frames
cdef object Segmentation = _segmentation.Segmentation
cdef object read_whole = _plain.read_whole
cdef dict PLACE_OF_ROLE = _tags.PLACE_OF_ROLE
cdef int HIDDEN = _segmentation.Place.HIDDEN
cdef object TEXT_PROPERTIES = _tags.TEXT_PROPERTIES

assert (_tags.INLINE, _tags.IMAGE, _tags.BREAK, _tags.LINK, _tags.BLOCK) == (INLINE, IMAGE, BREAK, LINK, BLOCK)
assert (_tags.SAYING, _tags.WHOLE, _tags.SKIPPED, _tags.WITHIN) == (SAYING, WHOLE, SKIPPED, WITHIN)


cdef struct Tag:
    const char* name
    int treatment
    int flags
    int place


cdef class Elements:
    """Elements of one tree, each made when it is first asked for and kept from then on."""

    # The root keeps the nodes alive, which the document does not once they are taken out of it.
    cdef _Element _root
    cdef xmlNode** _nodes
    cdef Py_ssize_t _count, _room
    cdef list _made

    def __cinit__(self, _Element root not None):
        self._root = root
        self._nodes = NULL
        self._count = self._room = 0
        self._made = None

    def __dealloc__(self):
        PyMem_Free(self._nodes)

    cdef int add(self, xmlNode* node) except -1:
        cdef xmlNode** nodes
        if self._count == self._room:
            nodes = <xmlNode**>PyMem_Realloc(self._nodes, (2 * self._room + 64) * sizeof(xmlNode*))
            if nodes is NULL:
                raise MemoryError
            self._nodes = nodes
            self._room = 2 * self._room + 64
        self._nodes[self._count] = node
        self._count += 1
        return 0

    cdef object _at(self, Py_ssize_t place):
        if self._made is None:
            self._made = [None] * self._count
        element = self._made[place]
        if element is None:
            element = elementFactory(self._root._doc, self._nodes[place])
            self._made[place] = element
        return element

    def places_of(self, elements):
        """Return where some elements stand, in order; the others need not be made for that."""
        cdef Py_ssize_t place
        cdef set asked = set()
        for element in elements:
            asked.add(<size_t>(<_Element?>element)._c_node)
        return [place for place in range(self._count) if <size_t>self._nodes[place] in asked]

    def __len__(self):
        return self._count

    def __getitem__(self, place):
        cdef Py_ssize_t index
        if isinstance(place, slice):
            return [self._at(index) for index in range(*place.indices(self._count))]
        index = place
        if index < 0:
            index += self._count
        if not 0 <= index < self._count:
            raise IndexError("no element at this place")
        return self._at(index)

    def __iter__(self):
        cdef Py_ssize_t index
        for index in range(self._count):
            yield self._at(index)


_segmentation.Unmade.register(Elements)


cdef class _Tags:
    """What the tags of one tree are: a table by the address of the name, which libxml2 keeps once for all."""

    cdef Tag _known[KNOWN_TAGS]
    cdef list names
    cdef _Document _document

    def __cinit__(self, _Document document):
        memset(self._known, 0, sizeof(self._known))
        self.names = [None] * KNOWN_TAGS
        self._document = document

    cdef Py_ssize_t slot_of(self, xmlNode* node) except -1:
        """Return where in the table a tag stands; the last place is for those that are not remembered."""
        cdef Py_ssize_t slot, tries = 0
        if not is_plain(node):
            self._describe(KNOWN_TAGS - 1, NULL, elementFactory(self._document, node).tag)
            return KNOWN_TAGS - 1
        slot = (<size_t>node.name >> 3) % (KNOWN_TAGS - 1)
        while self._known[slot].name is not <const char*>node.name:
            if self._known[slot].name is NULL:
                self._describe(slot, <const char*>node.name, decoded(node.name))
                return slot
            slot = (slot + 1) % (KNOWN_TAGS - 1)
            tries += 1
            if tries == KNOWN_TAGS // 2:
                self._describe(KNOWN_TAGS - 1, NULL, decoded(node.name))
                return KNOWN_TAGS - 1
        return slot

    cdef int _describe(self, Py_ssize_t slot, const char* name, object tag) except -1:
        cdef Tag* known = &self._known[slot]
        treatment = _tags.TREATMENTS.get(tag)
        self.names[slot] = tag
        known.name = name
        known.treatment = _tags.treatment_of(tag) if treatment is None else treatment
        known.place = _tags.PLACE_OF_TAG.get(tag, 0)
        known.flags = (
            IS_WORDED * (tag in _tags.WORDED)
            | IS_TELLING * (tag in _tags.TELLING_TAGS)
            | IS_LINK * (tag == "a")
            | IS_MARKED * (tag in _tags.MARKED)
            | IS_HEADING * (tag in _tags.HEADINGS)
            | IS_CONTROL * (tag in _tags.CONTROLS)
        )
        return 0


cdef class _Runs:
    """The texts of a page, and the blocks that runs of them become."""

    cdef list blocks, texts, hrefs
    cdef object href
    cdef Py_ssize_t start
    cdef int breaks

    def __cinit__(self):
        self.blocks, self.texts, self.hrefs = [], [], []
        self.href = None
        self.start = -1
        self.breaks = 0

    cdef int add(self, str text, bint blank) except -1:
        if self.start < 0:
            self.start = len(self.texts)
        elif self.breaks and not blank:
            self.breaks = 0
        self.texts.append(text)
        self.hrefs.append(self.href)
        return 0

    cdef int add_break(self, int frame) except -1:
        if self.start < 0:
            self.start = len(self.texts)
        self.texts.append(LINE_BREAK)
        self.hrefs.append(None)
        self.breaks += 1
        if self.breaks >= LINES_OF_BREAK:
            self.close(frame)
        return 0

    cdef int close(self, int frame) except -1:
        """Make a block of the open run, if there is one and it holds any text (`walk._close`)."""
        cdef Py_ssize_t start = self.start, stop = len(self.texts), place, links = 0
        cdef str text, linked
        if start < 0:
            return 0
        self.start, self.breaks = -1, 0
        if stop - start == 1:
            text = squeeze(self.texts[start])
            if text is not None and self.hrefs[start] is not None:
                links = len(text)
        else:
            text = squeeze("".join(self.texts[start:]))
            if text is not None:
                for place in range(start, stop):
                    if self.hrefs[place] is not None:
                        linked = squeeze(self.texts[place])
                        if linked is not None:
                            links += len(linked)
        if text is not None:
            if frame < 0:
                frame = 0
            self.blocks.append(
                Block(len(self.blocks), "paragraph", text, frame, links, 0, 0, self.texts, self.hrefs, start, stop)
            )
        return 0


def walk(_Element root not None):
    """Take up each element in page order, when those before it that it does not stand in are left."""
    cdef _Document document = root._doc
    cdef _Tags tags = _Tags(document)
    cdef _Runs runs = _Runs()
    frames = Frames()
    cdef list parents = frames.parents, places = frames.places, marked = frames.marked
    cdef list frame_names = frames.names, frame_tags = frames.tags, headings = frames.headings
    cdef list bodies = frames.bodies
    cdef Elements framed = Elements(root), elements = Elements(root), with_property = Elements(root)
    cdef Elements telling = Elements(root), links = Elements(root), with_relation = Elements(root)
    cdef Elements begun = Elements(root)
    cdef list beginnings = [], previous = [], outer = []
    cdef set controls = set()
    cdef dict named = {}, unseen = {}
    cdef xmlNode* top = root._c_node
    cdef xmlNode* node = top
    cdef xmlNode* following
    cdef xmlNode* first
    cdef xmlAttr* attribute
    cdef xmlAttr* given_class
    cdef xmlAttr* given_id
    cdef xmlAttr* given_property
    cdef xmlAttr* given_relation
    cdef xmlAttr* given_href
    cdef xmlAttr* given_role
    cdef xmlAttr* given_style
    cdef const char* key
    cdef Tag* tag
    cdef Py_ssize_t slot
    cdef int frame = -1, treatment, place, mark, taken = 0, depth = 0, room = 0
    cdef bint is_hidden, blank
    cdef signed char* treated = NULL
    cdef signed char* roomier
    cdef str text
    try:
        while True:
            # A node is entered.
            taken += 1
            if depth + 2 > room:
                room = 2 * room + 256
                roomier = <signed char*>PyMem_Realloc(treated, room)
                if roomier is NULL:
                    raise MemoryError
                treated = roomier
                treated[0] = INLINE
            slot = tags.slot_of(node)
            tag = &tags._known[slot]
            given_class = given_id = given_property = given_relation = given_href = given_role = given_style = NULL
            is_hidden = False
            names = classes = None
            if node.type == XML_ELEMENT_NODE and node.properties is not NULL:
                attribute = node.properties
                while attribute is not NULL:
                    if attribute.ns is NULL:
                        key = <const char*>attribute.name
                        if key[0] == c"c":
                            if given_class is NULL and strcmp(key, "class") == 0:
                                given_class = attribute
                        elif key[0] == c"i":
                            if given_id is NULL and strcmp(key, "id") == 0:
                                given_id = attribute
                            elif given_property is NULL and strcmp(key, "itemprop") == 0:
                                given_property = attribute
                        elif key[0] == c"r":
                            if given_relation is NULL and strcmp(key, "rel") == 0:
                                given_relation = attribute
                            elif given_role is NULL and strcmp(key, "role") == 0:
                                given_role = attribute
                        elif key[0] == c"h":
                            if given_href is NULL and strcmp(key, "href") == 0:
                                given_href = attribute
                            elif strcmp(key, "hidden") == 0:
                                is_hidden = True
                        elif key[0] == c"s":
                            if given_style is NULL and strcmp(key, "style") == 0:
                                given_style = attribute
                    attribute = attribute.next
                if given_class is not NULL:
                    names = classes = value_of(given_class)
                if given_id is not NULL:
                    name = value_of(given_id)
                    if name:
                        names = f"{names or ''} {name}"
                if names:
                    previous.append(named.get(names, -1))
                    named[names] = elements._count
                    elements.add(node)
                if given_property is not NULL and value_of(given_property):
                    with_property.add(node)
            first = first_text(node.children) if node.type == XML_ELEMENT_NODE else NULL
            if treated[depth] >= WHOLE:
                depth += 1
                treated[depth] = WITHIN
                if tag.flags & IS_WORDED:
                    if first is not NULL and not is_blank(first):
                        begun.add(node)
                        beginnings.append(text_from(first))
                    if tag.flags & IS_TELLING:
                        telling.add(node)
                    elif tag.flags & IS_LINK:
                        links.add(node)
                        if given_relation is not NULL:
                            with_relation.add(node)
            else:
                treatment = tag.treatment
                if BLOCK <= treatment < SKIPPED:
                    runs.close(frame)
                    if frame >= 0:
                        place, mark = places[frame], marked[frame]
                    else:
                        place, mark = 0, -1
                    parents.append(frame)
                    frame = <int>len(parents) - 1
                    if treatment == SAYING:
                        if tag.flags & IS_TELLING:
                            telling.add(node)
                        if tag.place:
                            place |= tag.place
                        elif tag.flags & IS_MARKED:
                            mark = frame
                            if tag.flags & IS_HEADING:
                                headings.append(frame)
                        elif read_whole(elementFactory(document, node), runs.blocks, frame):
                            treatment = WHOLE
                    if given_role is not NULL:
                        place |= <int>PLACE_OF_ROLE.get(value_of(given_role), 0)
                    if is_hidden or (
                        given_style is not NULL and "display:none" in value_of(given_style).replace(" ", "")
                    ):
                        place |= HIDDEN
                    if given_property is not NULL and value_of(given_property) in TEXT_PROPERTIES:
                        bodies.append(frame)
                    places.append(place)
                    marked.append(mark)
                    frame_tags.append(tags.names[slot])
                    framed.add(node)
                    frame_names.append(names)
                elif treatment == LINK:
                    links.add(node)
                    if given_relation is not NULL:
                        with_relation.add(node)
                    outer.append(runs.href)
                    runs.href = "" if given_href is NULL else value_of(given_href)
                elif treatment == BREAK:
                    runs.add_break(frame)
                elif treatment == SKIPPED:
                    if frame >= 0 and tag.flags & IS_CONTROL:
                        controls.add(frame)
                elif treatment == INLINE:
                    if tag.flags & IS_TELLING:
                        telling.add(node)
                    if classes:
                        says_unseen = unseen.get(classes)
                        if says_unseen is None:
                            unseen[classes] = says_unseen = is_unseen(classes)
                        if says_unseen:
                            treatment = SKIPPED
                depth += 1
                treated[depth] = treatment
                if treatment >= WHOLE:
                    if tag.flags & IS_WORDED and first is not NULL and not is_blank(first):
                        begun.add(node)
                        beginnings.append(text_from(first))
                elif first is not NULL:
                    blank = is_blank(first)
                    if not blank:
                        text = text_from(first)
                        begun.add(node)
                        beginnings.append(text)
                        runs.add(text, False)
                    elif runs.start >= 0:
                        text = text_from(first)
                        if text:
                            runs.add(text, True)
            # Down, else on, else up: what is left closes, and the text behind it follows.
            following = NULL
            if taken < MAX_ELEMENTS and node.type == XML_ELEMENT_NODE:
                following = first_item(node.children)
            while following is NULL:
                treatment = treated[depth]
                depth -= 1
                if treatment != WITHIN:
                    if treatment == LINK:
                        runs.href = outer.pop()
                    elif BLOCK <= treatment <= WHOLE:
                        runs.close(frame)
                        frame = parents[frame]
                    first = first_text(node.next)
                    if first is not NULL:
                        blank = is_blank(first)
                        if not blank:
                            runs.add(text_from(first), False)
                        elif runs.start >= 0:
                            text = text_from(first)
                            if text:
                                runs.add(text, True)
                if node is top:
                    break
                if taken < MAX_ELEMENTS:
                    following = first_item(node.next)
                if following is NULL:
                    node = node.parent
            if following is NULL:
                break
            node = following
    finally:
        PyMem_Free(treated)
    runs.close(frame)
    frames.elements = framed
    return Segmentation(
        frames=frames,
        blocks=runs.blocks,
        controls=controls,
        elements=elements,
        named=named,
        previous=previous,
        with_property=with_property,
        telling=telling,
        links=links,
        with_relation=with_relation,
        begun=begun,
        beginnings=beginnings,
    )
