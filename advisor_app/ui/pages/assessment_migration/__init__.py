"""Umstellung: an assessment brought to the newer version of its questionnaire, changed questions side by side."""

from advisor_app.ui.pages.assessment_migration.page import AssessmentMigrationPage

__all__ = ["AssessmentMigrationPage"]
