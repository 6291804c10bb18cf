"""Fall als Vorlage: another commune's case begins with what this one has arranged."""

from advisor_app.ui.pages.case_template.page import CaseTemplatePage

__all__ = ["CaseTemplatePage"]
