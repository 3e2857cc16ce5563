package nl.doorlichting.reporting.documents;

import jakarta.validation.constraints.Size;

/** The fields of a form besides its file. */
record DocumentRequest(@Size(min = 1, max = 2000) String description) {}
