"""Process sheets as BPMN: sound by the official schema, read and run through by a second implementation."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]  # the packages ship no types
from SpiffWorkflow.bpmn import parser as bpmn_parser  # type: ignore[import-untyped]  # has no types
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow  # type: ignore[import-untyped]  # has no types
from SpiffWorkflow.util.task import TaskState  # type: ignore[import-untyped]  # has no types

from advisor_app.domain.process import Flow, ProcessSheet, ProcessStep
from advisor_app.exchange.process_bpmn import write_bpmn
from advisor_app.texts import load_texts
from tests.example_process import dog_tax

GERMAN = load_texts("de")
SCHEMA = etree.XMLSchema(file=str(Path(bpmn_parser.__file__).parent / "schema/BPMN20.xsd"))


def test_the_example_is_read_and_run_by_another_program() -> None:
    file = write_bpmn(dog_tax(), Flow.AS_IS, GERMAN)
    SCHEMA.assertValid(etree.parse(BytesIO(file)))
    parser = bpmn_parser.BpmnParser()
    # a sheet describes; only for this program's sake is it something to run
    parser.add_bpmn_io(BytesIO(file.replace(b'isExecutable="false"', b'isExecutable="true"')), "process.bpmn")
    run = BpmnWorkflow(parser.get_spec("process"))
    done = []
    while not run.is_completed():
        (task,) = run.get_tasks(state=TaskState.READY)
        done.append((task.task_spec.bpmn_name, task.task_spec.lane))
        task.run()
    steps = [(step.title, step.actor) for step in dog_tax().as_is]
    assert [item for item in done if item in steps] == steps


def test_what_bpmn_has_no_element_for_is_documented() -> None:
    tree = etree.parse(BytesIO(write_bpmn(dog_tax(), Flow.AS_IS, GERMAN)))
    told = "\n".join(tree.xpath("//*[local-name()='documentation']/text()"))
    assert "Bearbeitung: 8 min" in told
    assert "Medienbruch: Abtippen" in told
    assert "Fälle im Jahr: 310" in told


@settings(max_examples=40)
@given(
    st.lists(st.builds(ProcessStep, id=st.text(), title=st.text(), actor=st.text(max_size=6)), max_size=6), st.text()
)
def test_whatever_was_typed_the_schema_holds(steps: list[ProcessStep], title: str) -> None:
    sheet = ProcessSheet(id="p", number=1, title=title, trigger=title, as_is=tuple(steps))
    SCHEMA.assertValid(etree.parse(BytesIO(write_bpmn(sheet, Flow.AS_IS, GERMAN))))


@pytest.mark.parametrize("flow", Flow)
def test_every_element_that_can_be_drawn_is_drawn(flow: Flow) -> None:
    tree = etree.parse(BytesIO(write_bpmn(dog_tax(), flow, GERMAN)))
    drawn = set(tree.xpath("//@bpmnElement"))
    names = ("task", "manualTask", "startEvent", "endEvent", "sequenceFlow", "lane", "participant")
    wanted = {item for name in names for item in tree.xpath(f"//*[local-name()='{name}']/@id")}
    assert wanted == drawn - {"collaboration"}
