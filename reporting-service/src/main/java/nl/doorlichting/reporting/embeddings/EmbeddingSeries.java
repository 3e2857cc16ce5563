package nl.doorlichting.reporting.embeddings;

import java.util.UUID;

/** What a series of words is about. */
record EmbeddingSeries(String programme, UUID projectId, String subject) {}
