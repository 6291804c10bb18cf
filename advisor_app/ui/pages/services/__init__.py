"""Leistungen: the services of a commune, office by office, and how far they are online."""

from advisor_app.ui.pages.services.page import ServicesPage

__all__ = ["ServicesPage"]
