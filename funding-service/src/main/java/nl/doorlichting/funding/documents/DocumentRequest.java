package nl.doorlichting.funding.documents;

import jakarta.validation.constraints.Size;

/** The fields of a form besides its file. */
record DocumentRequest(
        DocumentCategory category,
        @Size(min = 1, max = 2000) String description) {}
