"""Documents: what they say (``kinds``), of which ``blocks`` they are made, and how these become PDF (``render``)."""
