"""A flow of a process sheet as BPMN 2.0 XML with its drawing: a pool, a lane for each role, tasks in a row.

What BPMN has no element for (times, waiting, media breaks, problems, ideas) stands in the documentation of each task.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from advisor_app.domain.process import Flow, ProcessSheet, ProcessStep
from advisor_app.texts.processes import break_words, days_words, minutes_words

if TYPE_CHECKING:
    from advisor_app.texts import Texts

_MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
_DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI"
_BOUNDS = "http://www.omg.org/spec/DD/20100524/DC"
_DRAWING = "http://www.omg.org/spec/DD/20100524/DI"
_NAMES = {"bpmn": _MODEL, "bpmndi": _DIAGRAM, "dc": _BOUNDS, "di": _DRAWING}
_NAMESPACE = "urn:beraterkoffer:process"

_TASK = (140, 80)
_STEP, _LANE, _HEAD, _EVENT = 190, 120, 30, 36
_BAD_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not allow."""


def write_bpmn(sheet: ProcessSheet, flow: Flow, texts: Texts) -> bytes:
    """The file, UTF-8; steps without a role share a lane of their own."""
    for prefix, address in _NAMES.items():
        ET.register_namespace(prefix, address)
    title = texts(f"process.flow-title.{flow.value}", code=sheet.code, title=sheet.title)
    return _Writer(sheet, sheet.steps(flow), title, texts).write()


class _Writer:
    """Elements and their shapes in the making; ids are made from places, as ids of steps may hold anything."""

    def __init__(self, sheet: ProcessSheet, steps: Sequence[ProcessStep], title: str, texts: Texts) -> None:
        self._steps, self._texts, self._title, self._sheet = steps, texts, _clean(title), sheet
        open_lane = texts("process.no-actor")
        self._actors = [step.actor or open_lane for step in steps]
        self._lanes = list(dict.fromkeys(self._actors)) or [open_lane]
        attributes = {"id": "definitions", "targetNamespace": _NAMESPACE, "exporter": "Beraterkoffer"}
        self._root = ET.Element(_tag(_MODEL, "definitions"), attributes)

    def write(self) -> bytes:
        """Everything, in the order that the schema asks for."""
        pool = self._add(self._root, "collaboration", id="collaboration")
        self._add(pool, "participant", id="pool", name=self._title, processRef="process")
        process = self._add(self._root, "process", id="process", name=self._title, isExecutable="false")
        self._describe(process, self._head())
        self._write_lanes(process)
        self._write_flow(process)
        self._write_drawing()
        ET.indent(self._root)
        file: bytes = ET.tostring(self._root, encoding="utf-8", xml_declaration=True)
        return file

    def _nodes(self) -> list[str]:
        return ["start", *(f"step_{number}" for number in range(1, len(self._steps) + 1)), "end"]

    def _lane_of(self, node: int) -> int:
        """The lane of a node; the events stand beside the first and the last step."""
        if not self._actors:
            return 0
        place = min(max(node - 1, 0), len(self._actors) - 1)
        return self._lanes.index(self._actors[place])

    def _write_lanes(self, process: ET.Element) -> None:
        lanes = self._add(process, "laneSet", id="lanes")
        for number, name in enumerate(self._lanes):
            lane = self._add(lanes, "lane", id=f"lane_{number + 1}", name=_clean(name))
            for node, identifier in enumerate(self._nodes()):
                if self._lane_of(node) == number:
                    self._add(lane, "flowNodeRef").text = identifier

    def _write_flow(self, process: ET.Element) -> None:
        nodes = self._nodes()
        start = self._add(process, "startEvent", id="start", name=_clean(self._sheet.trigger))
        self._add(start, "outgoing").text = "flow_1"
        for number, step in enumerate(self._steps, 1):
            kind = "task" if step.media_break is None else "manualTask"
            task = self._add(process, kind, id=f"step_{number}", name=_clean(step.title))
            self._describe(task, self._told(step))
            self._add(task, "incoming").text = f"flow_{number}"
            self._add(task, "outgoing").text = f"flow_{number + 1}"
        end = self._add(process, "endEvent", id="end", name=_clean(self._sheet.result))
        self._add(end, "incoming").text = f"flow_{len(nodes) - 1}"
        for number, (source, target) in enumerate(pairwise(nodes), 1):
            self._add(process, "sequenceFlow", id=f"flow_{number}", sourceRef=source, targetRef=target)

    def _write_drawing(self) -> None:
        diagram = ET.SubElement(self._root, _tag(_DIAGRAM, "BPMNDiagram"), {"id": "diagram"})
        plane = ET.SubElement(diagram, _tag(_DIAGRAM, "BPMNPlane"), {"id": "plane", "bpmnElement": "collaboration"})
        nodes = self._nodes()
        width = _HEAD + _STEP * len(nodes)
        self._shape(plane, "pool", (0, 0, _HEAD + width, _LANE * len(self._lanes)), isHorizontal="true")
        for number in range(len(self._lanes)):
            place = (_HEAD, _LANE * number, width, _LANE)
            self._shape(plane, f"lane_{number + 1}", place, isHorizontal="true")
        boxes = [self._box(node, is_event=node in {0, len(nodes) - 1}) for node in range(len(nodes))]
        for identifier, box in zip(nodes, boxes, strict=True):
            self._shape(plane, identifier, box)
        for number, (left, right) in enumerate(pairwise(boxes), 1):
            self._edge(plane, f"flow_{number}", left, right)

    def _box(self, node: int, *, is_event: bool) -> tuple[int, int, int, int]:
        width, height = (_EVENT, _EVENT) if is_event else _TASK
        middle = _HEAD * 2 + _STEP * node + _STEP // 2
        return middle - width // 2, _LANE * self._lane_of(node) + (_LANE - height) // 2, width, height

    def _shape(self, plane: ET.Element, element: str, place: tuple[int, int, int, int], **more: str) -> None:
        attributes = {"id": f"shape_{element}", "bpmnElement": element, **more}
        shape = ET.SubElement(plane, _tag(_DIAGRAM, "BPMNShape"), attributes)
        names = ("x", "y", "width", "height")
        bounds = {name: str(value) for name, value in zip(names, place, strict=True)}
        ET.SubElement(shape, _tag(_BOUNDS, "Bounds"), bounds)

    def _edge(
        self, plane: ET.Element, element: str, left: tuple[int, int, int, int], right: tuple[int, int, int, int]
    ) -> None:
        edge = ET.SubElement(plane, _tag(_DIAGRAM, "BPMNEdge"), {"id": f"edge_{element}", "bpmnElement": element})
        begin, end = (left[0] + left[2], left[1] + left[3] // 2), (right[0], right[1] + right[3] // 2)
        turn = (begin[0] + end[0]) // 2
        bend = [] if begin[1] == end[1] else [(turn, begin[1]), (turn, end[1])]
        for x, y in (begin, *bend, end):
            ET.SubElement(edge, _tag(_DRAWING, "waypoint"), {"x": str(x), "y": str(y)})

    def _head(self) -> list[str]:
        sheet, label = self._sheet, self._label
        cases = "" if sheet.cases_per_year is None else str(sheet.cases_per_year)
        pairs = (
            (label("service_key"), sheet.service_key),
            (label("office"), sheet.office),
            (label("legal_basis"), sheet.legal_basis),
            (label("procedure"), sheet.procedure),
            (label("cases_per_year"), cases),
        )
        return [f"{name}: {words}" for name, words in pairs if words]

    def _told(self, step: ProcessStep) -> list[str]:
        label, texts = self._label, self._texts
        pairs = (
            (label("aid"), step.aid),
            (label("documents"), step.documents),
            (texts("charts.swim_lanes.minutes"), minutes_words(step.minutes, texts)),
            (texts("charts.swim_lanes.waiting"), days_words(step.waiting_days, texts)),
            (label("media_break"), break_words(step.media_break, texts)),
            (label("problem"), step.problem),
            (label("idea"), step.idea),
        )
        return [f"{name}: {words}" for name, words in pairs if words]

    def _label(self, name: str) -> str:
        return self._texts(f"history.field.{name}")

    def _describe(self, element: ET.Element, lines: Sequence[str]) -> None:
        if lines:
            self._add(element, "documentation").text = _clean("\n".join(lines))

    @staticmethod
    def _add(parent: ET.Element, kind: str, **attributes: str) -> ET.Element:
        shown = {name: value for name, value in attributes.items() if value}
        return ET.SubElement(parent, _tag(_MODEL, kind), shown)


def _tag(address: str, name: str) -> str:
    return f"{{{address}}}{name}"


def _clean(words: str) -> str:
    return _BAD_XML.sub("", words)
