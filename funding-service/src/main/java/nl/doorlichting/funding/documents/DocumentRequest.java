package nl.doorlichting.funding.documents;

import jakarta.validation.constraints.Size;

/** What a form says of its file. */
record DocumentRequest(
        DocumentCategory category,
        @Size(min = 1, max = 2000) String description) {}
