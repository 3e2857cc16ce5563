package nl.doorlichting.reporting.documents;

import jakarta.validation.constraints.Size;

/** What a form says of its file. */
record DocumentRequest(@Size(min = 1, max = 2000) String description) {}
