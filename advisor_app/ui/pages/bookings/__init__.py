"""Buchungen: what is booked, how far it is, who pays, and what the commune booked before."""

from advisor_app.ui.pages.bookings.page import BookingsPage

__all__ = ["BookingsPage"]
